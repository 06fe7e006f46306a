/**
 * Ballots: made from choices, read from strangers, checked (protocol §6 and §7).
 *
 * <p>Not here: which ballots count, deadlines, the board. Start with {@link
 * org.psephos.crypto.ballot.BallotMaker} and {@link org.psephos.crypto.ballot.BallotChecker}.
 */
package org.psephos.crypto.ballot;
