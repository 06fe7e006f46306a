/**
 * Work that is spread over several threads without showing in its outcome.
 *
 * <p>Not here: what is worked on. Start with {@link org.psephos.board.work.InOrder}.
 */
package org.psephos.board.work;
