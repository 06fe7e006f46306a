/**
 * What may follow what on a board: the state machine that service and verifier share.
 *
 * <p>Not here: the contents of objects, proofs, signatures, storage. Start with {@link
 * org.psephos.board.order.BoardState}.
 */
package org.psephos.board.order;
