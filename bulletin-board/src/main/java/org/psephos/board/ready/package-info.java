/**
 * What a trustee and the registrar say when they are ready: the objects behind Ready entries, made
 * and checked.
 *
 * <p>Not here: whether the board that they saw is this board, which whoever holds the board has to
 * check. Start with {@link org.psephos.board.ready.TrusteeReady}.
 */
package org.psephos.board.ready;
