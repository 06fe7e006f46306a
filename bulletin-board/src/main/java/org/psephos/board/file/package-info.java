/**
 * Files that only their owner may read, written whole or not at all: keys, secrets and what must
 * not be lost beside them.
 *
 * <p>Not here: what the files say. Start with {@link org.psephos.board.file.PrivateFile}.
 */
package org.psephos.board.file;
