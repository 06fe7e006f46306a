/**
 * The proofs of version 1 (protocol §7): knowledge of a key, equal logarithms, one of several.
 *
 * <p>Not here: which prefix a ballot or a trustee uses, and which statements a question demands.
 * Start with {@link org.psephos.crypto.proof.Schnorr}.
 */
package org.psephos.crypto.proof;
