package org.psephos.crypto.group.modp;

import java.math.BigInteger;

/**
 * Arithmetic modulo an odd number m in Montgomery form: x stands as x·R mod m with R =
 * 2^(56·count). Nothing here branches on a value or uses one as an index. Immutable and safe for
 * many threads.
 *
 * <p>{@link #multiply} takes and gives <em>residues</em>: numbers below 2m. {@link #normalize}
 * makes the one below m.
 *
 * <p>Not final so that a test can count multiplications.
 */
class Montgomery {

  /** Above this the column sums of {@link #multiply} could pass 64 bits. */
  private static final int LARGEST_COUNT = 42;

  private final int count;
  private final long[] modulus;
  private final long negatedInverse;
  private final long[] one;
  private final long[] square;

  Montgomery(BigInteger odd) {
    this.count = (odd.bitLength() + 2 + Limbs.BITS - 1) / Limbs.BITS;
    if (!odd.testBit(0) || count > LARGEST_COUNT) {
      throw new IllegalArgumentException("the modulus is odd and has at most 2350 bits");
    }
    BigInteger limb = BigInteger.ONE.shiftLeft(Limbs.BITS);
    BigInteger r = BigInteger.ONE.shiftLeft(Limbs.BITS * count);
    this.modulus = Limbs.of(odd, count);
    this.negatedInverse = odd.modInverse(limb).negate().mod(limb).longValueExact();
    this.one = Limbs.of(r.mod(odd), count);
    this.square = Limbs.of(r.multiply(r).mod(odd), count);
  }

  /** The number of limbs of every array here. */
  final int count() {
    return count;
  }

  /** A fresh copy of 1 in Montgomery form. */
  final long[] one() {
    return one.clone();
  }

  /** From a number below m to its Montgomery form. */
  final long[] enter(long[] number) {
    long[] residue = new long[count];
    multiply(residue, number, square);
    return normalize(residue);
  }

  /** From Montgomery form to the number, below m. */
  final long[] leave(long[] residue) {
    long[] unit = new long[count];
    unit[0] = 1;
    long[] number = new long[count];
    multiply(number, residue, unit);
    return normalize(number);
  }

  /** Subtracts m once if the number is m or more; in place. */
  final long[] normalize(long[] number) {
    long below = Limbs.subtract(number, number, modulus);
    Limbs.addMasked(number, number, modulus, below);
    return number;
  }

  /** a + b mod m of numbers below m. */
  final long[] add(long[] a, long[] b) {
    long[] sum = new long[count];
    Limbs.addMasked(sum, a, b, -1);
    return normalize(sum);
  }

  /** a − b mod m of numbers below m. */
  final long[] subtract(long[] a, long[] b) {
    long[] difference = new long[count];
    long below = Limbs.subtract(difference, a, b);
    Limbs.addMasked(difference, difference, modulus, below);
    return difference;
  }

  /**
   * out = a·b/R mod m; {@code out} is neither {@code a} nor {@code b}.
   *
   * <p>Column by column: {@code low} sums the products modulo 2^64 and {@code high} sums their
   * quotients by 2^57, so that low − 2^57·high is the sum of the remainders, below 2^64. The lower
   * half of the columns fixes the multiples of m that clear them; {@code out} keeps these until the
   * upper half overwrites them with the result.
   */
  void multiply(long[] out, long[] a, long[] b) {
    long carry = 0;
    for (int k = 0; k < count; k++) {
      long low = a[k] * b[0] + carry;
      long high = Math.multiplyHigh(a[k] << 7, b[0]);
      for (int i = 0; i < k; i++) {
        low += a[i] * b[k - i] + out[i] * modulus[k - i];
        high +=
            Math.multiplyHigh(a[i] << 7, b[k - i]) + Math.multiplyHigh(out[i] << 7, modulus[k - i]);
      }
      long multiple = (low * negatedInverse) & Limbs.MASK;
      out[k] = multiple;
      low += multiple * modulus[0];
      high += Math.multiplyHigh(multiple << 7, modulus[0]);
      carry = ((low - (high << 57)) >>> Limbs.BITS) + 2 * high;
    }
    for (int k = count; k < 2 * count; k++) {
      long low = carry;
      long high = 0;
      for (int i = k - count + 1; i < count; i++) {
        low += a[i] * b[k - i] + out[i] * modulus[k - i];
        high +=
            Math.multiplyHigh(a[i] << 7, b[k - i]) + Math.multiplyHigh(out[i] << 7, modulus[k - i]);
      }
      long column = low - (high << 57);
      out[k - count] = column & Limbs.MASK;
      carry = (column >>> Limbs.BITS) + 2 * high;
    }
  }
}
