/**
 * The archive of the Belenios protocol, version 1: the projection of a board to one, and a strict
 * reader of any.
 *
 * <p>Not here: whether the ballots, tallies and results in it are right. Start with {@link
 * org.psephos.board.bel.BelWriter} and {@link org.psephos.board.bel.BelArchive}.
 */
package org.psephos.board.bel;
