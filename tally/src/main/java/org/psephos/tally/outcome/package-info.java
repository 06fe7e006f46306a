/**
 * From the trustees' partial decryptions to the result.
 *
 * <p>Not here: making a partial decryption, checking its proofs. Start with {@link
 * org.psephos.tally.outcome.Outcome}.
 */
package org.psephos.tally.outcome;
