/**
 * The two groups of integers modulo a 2048-bit prime.
 *
 * <p>Not here: the choice among groups, which is {@link org.psephos.crypto.group.Groups}; nobody
 * else names this package. Start with {@link org.psephos.crypto.group.modp.ModPGroup}.
 *
 * <p><b>Secrets.</b> Secret scalars are arrays of limbs. Sums, products and reductions of them, and
 * powers with a secret exponent, neither branch on a secret nor use one as an index: conditions are
 * masks, tables are read whole. What remains: the number of random draws that were refused before
 * one below q came; the length of a number that is reduced; what the virtual machine keeps of
 * intermediate values in memory until it is collected, for only the scalars themselves and a few
 * obvious copies are overwritten; and the assumption that the processor multiplies in constant
 * time. Only {@code reveal} and {@code exposeBytes} turn a secret into something else. BigInteger,
 * which makes no such promises, sees public values alone.
 */
package org.psephos.crypto.group.modp;
