/**
 * Files that only their owner may read, written whole or not at all.
 *
 * <p>Not here: network. Start with {@link org.psephos.tally.file.PrivateFile}.
 */
package org.psephos.tally.file;
