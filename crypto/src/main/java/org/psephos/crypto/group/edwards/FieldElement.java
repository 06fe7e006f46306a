package org.psephos.crypto.group.edwards;

/**
 * A number modulo p = 2^255 − 19, mutable so that the arithmetic of points allocates nothing.
 *
 * <p>Five signed limbs to the base 2^51. {@link #multiply} and {@link #squareTimes} leave limbs
 * between −2^15 and 2^51 + 2^15 and take limbs up to 2^53 in size; {@link #add}, {@link #subtract}
 * and {@link #negate} do not carry, so at most two of them may follow each other before a
 * multiplication. No operation branches on a value. Results may be written over operands.
 */
final class FieldElement {

  /** How many longs {@link #store} writes. */
  static final int LIMBS = 5;

  private static final int BITS = 51;
  private static final long MASK = (1L << BITS) - 1;

  // Shifts whose sum is 64 − 51: the high word of the product of the shifted factors is then the
  // product divided by 2^51.
  private static final int SHIFT_A = 9;
  private static final int SHIFT_B = 4;

  private long l0;
  private long l1;
  private long l2;
  private long l3;
  private long l4;

  /** Zero. */
  FieldElement() {}

  static FieldElement of(int value) {
    FieldElement result = new FieldElement();
    result.l0 = value;
    return result;
  }

  /** The 255 low bits of a number of four words, the least significant first. */
  static FieldElement ofWords(long w0, long w1, long w2, long w3) {
    FieldElement result = new FieldElement();
    result.l0 = w0 & MASK;
    result.l1 = ((w0 >>> 51) | (w1 << 13)) & MASK;
    result.l2 = ((w1 >>> 38) | (w2 << 26)) & MASK;
    result.l3 = ((w2 >>> 25) | (w3 << 39)) & MASK;
    result.l4 = (w3 >>> 12) & MASK;
    return result;
  }

  FieldElement copy() {
    FieldElement result = new FieldElement();
    result.set(this);
    return result;
  }

  void set(FieldElement a) {
    l0 = a.l0;
    l1 = a.l1;
    l2 = a.l2;
    l3 = a.l3;
    l4 = a.l4;
  }

  /** Writes the limbs into a table. */
  void store(long[] table, int offset) {
    table[offset] = l0;
    table[offset + 1] = l1;
    table[offset + 2] = l2;
    table[offset + 3] = l3;
    table[offset + 4] = l4;
  }

  /** Reads what {@link #store} wrote. */
  void load(long[] table, int offset) {
    l0 = table[offset];
    l1 = table[offset + 1];
    l2 = table[offset + 2];
    l3 = table[offset + 3];
    l4 = table[offset + 4];
  }

  /** Becomes the stored number where the mask is −1; stays where it is 0. */
  void select(long[] table, int offset, long mask) {
    l0 ^= (l0 ^ table[offset]) & mask;
    l1 ^= (l1 ^ table[offset + 1]) & mask;
    l2 ^= (l2 ^ table[offset + 2]) & mask;
    l3 ^= (l3 ^ table[offset + 3]) & mask;
    l4 ^= (l4 ^ table[offset + 4]) & mask;
  }

  /** Exchanges the two numbers where the mask is −1. */
  void swap(FieldElement other, long mask) {
    long d0 = (l0 ^ other.l0) & mask;
    long d1 = (l1 ^ other.l1) & mask;
    long d2 = (l2 ^ other.l2) & mask;
    long d3 = (l3 ^ other.l3) & mask;
    long d4 = (l4 ^ other.l4) & mask;
    l0 ^= d0;
    l1 ^= d1;
    l2 ^= d2;
    l3 ^= d3;
    l4 ^= d4;
    other.l0 ^= d0;
    other.l1 ^= d1;
    other.l2 ^= d2;
    other.l3 ^= d3;
    other.l4 ^= d4;
  }

  /** Becomes its negative where the mask is −1. */
  void negate(long mask) {
    l0 = (l0 ^ mask) - mask;
    l1 = (l1 ^ mask) - mask;
    l2 = (l2 ^ mask) - mask;
    l3 = (l3 ^ mask) - mask;
    l4 = (l4 ^ mask) - mask;
  }

  void add(FieldElement a, FieldElement b) {
    assert FieldOperation.ADD.runs();
    l0 = a.l0 + b.l0;
    l1 = a.l1 + b.l1;
    l2 = a.l2 + b.l2;
    l3 = a.l3 + b.l3;
    l4 = a.l4 + b.l4;
  }

  void subtract(FieldElement a, FieldElement b) {
    assert FieldOperation.ADD.runs();
    l0 = a.l0 - b.l0;
    l1 = a.l1 - b.l1;
    l2 = a.l2 - b.l2;
    l3 = a.l3 - b.l3;
    l4 = a.l4 - b.l4;
  }

  /**
   * Sets this to a·b. Each output limb is a sum of products, split at 2^51: the sum of the high
   * words is exact up to what was rounded off, and the low words, correct modulo 2^64, hold the
   * rest.
   */
  void multiply(FieldElement a, FieldElement b) {
    assert FieldOperation.MULTIPLY.runs();
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    long b0 = b.l0;
    long b1 = b.l1;
    long b2 = b.l2;
    long b3 = b.l3;
    long b4 = b.l4;
    long c1 = 19 * b1;
    long c2 = 19 * b2;
    long c3 = 19 * b3;
    long c4 = 19 * b4;
    long low0 = a0 * b0 + a1 * c4 + a2 * c3 + a3 * c2 + a4 * c1;
    long low1 = a0 * b1 + a1 * b0 + a2 * c4 + a3 * c3 + a4 * c2;
    long low2 = a0 * b2 + a1 * b1 + a2 * b0 + a3 * c4 + a4 * c3;
    long low3 = a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * c4;
    long low4 = a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0;
    long high0 = high(a0, b0) + high(a1, c4) + high(a2, c3) + high(a3, c2) + high(a4, c1);
    long high1 = high(a0, b1) + high(a1, b0) + high(a2, c4) + high(a3, c3) + high(a4, c2);
    long high2 = high(a0, b2) + high(a1, b1) + high(a2, b0) + high(a3, c4) + high(a4, c3);
    long high3 = high(a0, b3) + high(a1, b2) + high(a2, b1) + high(a3, b0) + high(a4, c4);
    long high4 = high(a0, b4) + high(a1, b3) + high(a2, b2) + high(a3, b1) + high(a4, b0);
    long r0 = low0 - (high0 << BITS) + 19 * high4;
    long r1 = low1 - (high1 << BITS) + high0;
    long r2 = low2 - (high2 << BITS) + high1;
    long r3 = low3 - (high3 << BITS) + high2;
    long r4 = low4 - (high4 << BITS) + high3;
    l0 = (r0 & MASK) + 19 * (r4 >> BITS);
    l1 = (r1 & MASK) + (r0 >> BITS);
    l2 = (r2 & MASK) + (r1 >> BITS);
    l3 = (r3 & MASK) + (r2 >> BITS);
    l4 = (r4 & MASK) + (r3 >> BITS);
  }

  void square(FieldElement a) {
    squareTimes(a, 1);
  }

  /** Sets this to a^(2^times), for a public number of times. */
  void squareTimes(FieldElement a, int times) {
    long a0 = a.l0;
    long a1 = a.l1;
    long a2 = a.l2;
    long a3 = a.l3;
    long a4 = a.l4;
    for (int i = 0; i < times; i++) {
      assert FieldOperation.SQUARE.runs();
      long d0 = 2 * a0;
      long d1 = 2 * a1;
      long d2 = 2 * a2;
      long c3 = 19 * a3;
      long c4 = 19 * a4;
      long e4 = 2 * c4;
      long low0 = a0 * a0 + a1 * e4 + d2 * c3;
      long low1 = d0 * a1 + a2 * e4 + a3 * c3;
      long low2 = d0 * a2 + a1 * a1 + a3 * e4;
      long low3 = d0 * a3 + d1 * a2 + a4 * c4;
      long low4 = d0 * a4 + d1 * a3 + a2 * a2;
      long high0 = high(a0, a0) + high(a1, e4) + high(d2, c3);
      long high1 = high(d0, a1) + high(a2, e4) + high(a3, c3);
      long high2 = high(d0, a2) + high(a1, a1) + high(a3, e4);
      long high3 = high(d0, a3) + high(d1, a2) + high(a4, c4);
      long high4 = high(d0, a4) + high(d1, a3) + high(a2, a2);
      long r0 = low0 - (high0 << BITS) + 19 * high4;
      long r1 = low1 - (high1 << BITS) + high0;
      long r2 = low2 - (high2 << BITS) + high1;
      long r3 = low3 - (high3 << BITS) + high2;
      long r4 = low4 - (high4 << BITS) + high3;
      a0 = (r0 & MASK) + 19 * (r4 >> BITS);
      a1 = (r1 & MASK) + (r0 >> BITS);
      a2 = (r2 & MASK) + (r1 >> BITS);
      a3 = (r3 & MASK) + (r2 >> BITS);
      a4 = (r4 & MASK) + (r3 >> BITS);
    }
    l0 = a0;
    l1 = a1;
    l2 = a2;
    l3 = a3;
    l4 = a4;
  }

  /** The product divided by 2^51, rounded down. */
  private static long high(long a, long b) {
    return Math.multiplyHigh(a << SHIFT_A, b << SHIFT_B);
  }

  /** The number in [0, p) as four words, the least significant first. */
  long[] toWords() {
    FieldElement r = copy();
    r.carry();
    r.carry();
    r.subtractModulusOnce();
    return new long[] {
      r.l0 | (r.l1 << 51),
      (r.l1 >>> 13) | (r.l2 << 38),
      (r.l2 >>> 26) | (r.l3 << 25),
      (r.l3 >>> 39) | (r.l4 << 12)
    };
  }

  /** Carries once around; twice leaves the limbs of a number in [0, 2^255). */
  private void carry() {
    l1 += l0 >> BITS;
    l2 += l1 >> BITS;
    l3 += l2 >> BITS;
    l4 += l3 >> BITS;
    l0 = (l0 & MASK) + 19 * (l4 >> BITS);
    l1 &= MASK;
    l2 &= MASK;
    l3 &= MASK;
    l4 &= MASK;
  }

  /** Adding 19 overflows 2^255 exactly when the number is at least p. */
  private void subtractModulusOnce() {
    long overflow = (l0 + 19) >> BITS;
    overflow = (l1 + overflow) >> BITS;
    overflow = (l2 + overflow) >> BITS;
    overflow = (l3 + overflow) >> BITS;
    overflow = (l4 + overflow) >> BITS;
    l0 += 19 * overflow;
    l1 += l0 >> BITS;
    l2 += l1 >> BITS;
    l3 += l2 >> BITS;
    l4 += l3 >> BITS;
    l0 &= MASK;
    l1 &= MASK;
    l2 &= MASK;
    l3 &= MASK;
    l4 &= MASK;
  }

  boolean isZero() {
    long[] words = toWords();
    return (words[0] | words[1] | words[2] | words[3]) == 0;
  }

  boolean isOdd() {
    return (toWords()[0] & 1) == 1;
  }

  /** Whether the two are the same number. */
  boolean sameAs(FieldElement other) {
    FieldElement difference = new FieldElement();
    difference.subtract(this, other);
    return difference.isZero();
  }
}
