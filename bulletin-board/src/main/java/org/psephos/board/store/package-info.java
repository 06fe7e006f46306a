/**
 * Where a board is kept: order and durability only; no rule about elections lives here.
 *
 * <p>Not here: what entries mean, who signs ({@code board.log}). Start with {@link
 * org.psephos.board.store.BoardStore}.
 */
package org.psephos.board.store;
