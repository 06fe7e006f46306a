/**
 * From the encrypted sum to the counts: partial decryptions with their two kinds of proof, their
 * combination, and the result, as version 1 objects and our own strong proof.
 *
 * <p>Not here: which ballots are summed, searching logarithms (see tally). Start with {@link
 * org.psephos.crypto.decryption.PartialDecryption} and {@link
 * org.psephos.crypto.decryption.StrongDecryptionProof}.
 */
package org.psephos.crypto.decryption;
