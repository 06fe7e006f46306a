/**
 * Exponential ElGamal: keys, ciphertexts and their sums.
 *
 * <p>Not here: decryption of anything but sums (there is none), proofs. Start with {@link
 * org.psephos.crypto.elgamal.PublicKey#encrypt}.
 */
package org.psephos.crypto.elgamal;
