/**
 * The file that a voter keeps: a proof that a ballot is on the board (C2SP tlog-proof).
 *
 * <p>Not here: when a receipt is made, and how it is asked for. Start with {@link
 * org.psephos.board.receipt.Receipt}.
 */
package org.psephos.board.receipt;
