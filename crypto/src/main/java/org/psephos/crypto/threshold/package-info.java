/**
 * The algebra of sharing one key among many. Not here: what a group of trustees publishes (see
 * {@code trustee}). Start with {@link org.psephos.crypto.threshold.Lagrange}.
 */
package org.psephos.crypto.threshold;
