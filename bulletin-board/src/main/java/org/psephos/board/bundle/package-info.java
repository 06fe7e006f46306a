/**
 * A whole board at one checkpoint, as one file or one directory: written from a store, read without
 * unpacking, and judged as to its form.
 *
 * <p>Not here: whether what it says is true. Start with {@link
 * org.psephos.board.bundle.BundleWriter} and {@link org.psephos.board.bundle.BoardSource}.
 */
package org.psephos.board.bundle;
