package org.psephos.crypto.group.edwards;

/**
 * A number modulo p = 2^255 − 19, mutable so that the arithmetic of points allocates nothing.
 *
 * <p>Five signed limbs to the base 2^51. {@link #multiply} and {@link #squareTimes} leave limbs
 * between −2^16 and 2^51 + 2^16 and take factors whose limbs a and b satisfy |a|, |b| ≤ 2^53 and
 * |a·b| ≤ 2^105. {@link #add}, {@link #subtract} and {@link #negate} do not carry, so at most two
 * of them may follow each other before a multiplication. No operation branches on a value. Results
 * may be written over operands.
 *
 * <p>A limb of a product is a sum S of five products of limbs, |S| ≤ 77·2^105, of which we need
 * some H and L with S = 2^51·H + L and |L| < 2^62. H may be approximate, so floating point finds
 * it: the limbs are exact as doubles, and the rounding of five products, their sum and the {@link
 * #ANCHOR} adds up to less than 2^62. L then follows exactly from the low words: they are S modulo
 * 2^64. Sums of integers are never subnormal, so the time of floating-point operations does not
 * vary either.
 */
final class FieldElement {

  /** How many longs {@link #store} writes. */
  static final int LIMBS = 5;

  private static final int BITS = 51;
  private static final long MASK = (1L << BITS) - 1;

  /**
   * Added to a double below 2^112 in size, it leaves a multiple of 2^61, whose multiplicity stands
   * in the low bits of the representation.
   */
  private static final double ANCHOR = 0x1.8p113;

  private static final int UNIT_BITS = 61;
  private static final long ANCHOR_BITS = Double.doubleToRawLongBits(ANCHOR);

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

  /**
   * Reads one of eight numbers whose first limbs stand side by side, then their second limbs, and
   * so on: the one whose mask is −1, zero if there is none. It reads all of them, whatever the
   * masks.
   */
  void choose(long[] table, int offset, long[] masks) {
    assert FieldOperation.SELECT.runs();
    l0 = chosen(table, offset, masks);
    l1 = chosen(table, offset + 8, masks);
    l2 = chosen(table, offset + 16, masks);
    l3 = chosen(table, offset + 24, masks);
    l4 = chosen(table, offset + 32, masks);
  }

  private static long chosen(long[] table, int at, long[] masks) {
    return (table[at] & masks[0])
        | (table[at + 1] & masks[1])
        | (table[at + 2] & masks[2])
        | (table[at + 3] & masks[3])
        | (table[at + 4] & masks[4])
        | (table[at + 5] & masks[5])
        | (table[at + 6] & masks[6])
        | (table[at + 7] & masks[7]);
  }

  /** Adds a small number where the mask is −1. */
  void addSmall(int number, long mask) {
    l0 += number & mask;
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

  /** Sets this to a·b. */
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
    double x0 = a0;
    double x1 = a1;
    double x2 = a2;
    double x3 = a3;
    double x4 = a4;
    double y0 = b0;
    double y1 = b1;
    double y2 = b2;
    double y3 = b3;
    double y4 = b4;
    double z1 = 19 * y1;
    double z2 = 19 * y2;
    double z3 = 19 * y3;
    double z4 = 19 * y4;
    long n0 = units((x0 * y0 + x1 * z4) + (x2 * z3 + x3 * z2), x4 * z1);
    long n1 = units((x0 * y1 + x1 * y0) + (x2 * z4 + x3 * z3), x4 * z2);
    long n2 = units((x0 * y2 + x1 * y1) + (x2 * y0 + x3 * z4), x4 * z3);
    long n3 = units((x0 * y3 + x1 * y2) + (x2 * y1 + x3 * y0), x4 * z4);
    long n4 = units((x0 * y4 + x1 * y3) + (x2 * y2 + x3 * y1), x4 * y0);
    long r0 = low(a0 * b0 + a1 * c4 + a2 * c3 + a3 * c2 + a4 * c1, n0) + 19 * high(n4);
    long r1 = low(a0 * b1 + a1 * b0 + a2 * c4 + a3 * c3 + a4 * c2, n1) + high(n0);
    long r2 = low(a0 * b2 + a1 * b1 + a2 * b0 + a3 * c4 + a4 * c3, n2) + high(n1);
    long r3 = low(a0 * b3 + a1 * b2 + a2 * b1 + a3 * b0 + a4 * c4, n3) + high(n2);
    long r4 = low(a0 * b4 + a1 * b3 + a2 * b2 + a3 * b1 + a4 * b0, n4) + high(n3);
    l0 = (r0 & MASK) + 19 * (r4 >> BITS);
    l1 = (r1 & MASK) + (r0 >> BITS);
    l2 = (r2 & MASK) + (r1 >> BITS);
    l3 = (r3 & MASK) + (r2 >> BITS);
    l4 = (r4 & MASK) + (r3 >> BITS);
  }

  /** The sum as a number of units of 2^61, with the bits of the anchor above it. */
  private static long units(double sum, double last) {
    return Double.doubleToRawLongBits(sum + (last + ANCHOR));
  }

  /** H of a sum: its units divided by 2^51. */
  private static long high(long units) {
    return (units - ANCHOR_BITS) << (UNIT_BITS - BITS);
  }

  /** L of a sum: what is left of its low word. */
  private static long low(long word, long units) {
    return word - (units << UNIT_BITS);
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
      long e4 = 38 * a4;
      double x0 = a0;
      double x1 = a1;
      double x2 = a2;
      double x3 = a3;
      double x4 = a4;
      double y0 = 2 * x0;
      double y1 = 2 * x1;
      double y2 = 2 * x2;
      double z3 = 19 * x3;
      double z4 = 19 * x4;
      double w4 = 38 * x4;
      long n0 = units(x1 * w4 + y2 * z3, x0 * x0);
      long n1 = units(x2 * w4 + x3 * z3, y0 * x1);
      long n2 = units(y0 * x2 + x3 * w4, x1 * x1);
      long n3 = units(y0 * x3 + y1 * x2, x4 * z4);
      long n4 = units(y0 * x4 + y1 * x3, x2 * x2);
      long r0 = low(a0 * a0 + a1 * e4 + d2 * c3, n0) + 19 * high(n4);
      long r1 = low(d0 * a1 + a2 * e4 + a3 * c3, n1) + high(n0);
      long r2 = low(d0 * a2 + a1 * a1 + a3 * e4, n2) + high(n1);
      long r3 = low(d0 * a3 + d1 * a2 + a4 * c4, n3) + high(n2);
      long r4 = low(d0 * a4 + d1 * a3 + a2 * a2, n4) + high(n3);
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

  /** Carries once around, to limbs of 51 bits; twice leaves the limbs of a number in [0, 2^255). */
  void carry() {
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
