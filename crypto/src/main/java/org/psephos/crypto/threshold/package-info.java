/**
 * The algebra of sharing one key among many. Not here: what a group of trustees publishes (see
 * {@code trustee}), how its members come to it (see {@code ceremony}). Start with {@link
 * org.psephos.crypto.threshold.Lagrange} and {@link org.psephos.crypto.threshold.SecretPolynomial}.
 */
package org.psephos.crypto.threshold;
