/**
 * Homomorphic sums of ballots.
 *
 * <p>Not here: which ballots count, decryption. Start with {@link
 * org.psephos.tally.aggregation.BallotSum}.
 */
package org.psephos.tally.aggregation;
