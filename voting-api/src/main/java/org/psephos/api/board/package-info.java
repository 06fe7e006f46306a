/**
 * The boards of this installation: opening them, their keys, whether the database is fit for them.
 *
 * <p>Not here: what a board is (module bulletin-board). Start with {@link
 * org.psephos.api.board.Boards}.
 */
package org.psephos.api.board;
