/**
 * Small discrete logarithms: from {@code count·g} back to the count.
 *
 * <p>Not here: decryption, and anything secret. Start with {@link
 * org.psephos.tally.logarithm.SmallLogarithm}.
 */
package org.psephos.tally.logarithm;
