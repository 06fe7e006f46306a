/**
 * Which ballots count: for each credential the last one on the board.
 *
 * <p>Not here: whether a ballot is valid. Start with {@link org.psephos.tally.selection.Selection}.
 */
package org.psephos.tally.selection;
