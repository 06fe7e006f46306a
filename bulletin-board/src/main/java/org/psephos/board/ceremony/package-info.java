/**
 * The threshold key ceremony as a board records it: entries and their objects put together by
 * attempt and member.
 *
 * <p>Not here: whether what stands there is right ({@code crypto.ceremony}). Start with {@link
 * org.psephos.board.ceremony.AttemptRecord}.
 */
package org.psephos.board.ceremony;
