/**
 * SHA-256 digests as values. Not here: keyed hashing, proofs. Start with {@link
 * org.psephos.crypto.hash.Digest}.
 */
package org.psephos.crypto.hash;
