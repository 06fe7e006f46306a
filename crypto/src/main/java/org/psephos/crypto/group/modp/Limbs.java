package org.psephos.crypto.group.modp;

import java.math.BigInteger;

/**
 * Natural numbers as little-endian arrays of 56-bit limbs. How long an array is and which positions
 * are looked at is public; the content may be secret, and no branch or index depends on it.
 */
final class Limbs {

  static final int BITS = 56;
  static final long MASK = (1L << BITS) - 1;
  private static final int BYTES = BITS / 8;

  private Limbs() {}

  /** A public number that fits. */
  static long[] of(BigInteger value, int count) {
    byte[] bytes = value.toByteArray();
    return fromBytes(bytes, 0, bytes.length, count);
  }

  /** Makes the number public. */
  static BigInteger toBigInteger(long[] limbs) {
    return new BigInteger(1, toBytes(limbs, limbs.length * BYTES));
  }

  /** Reads the big-endian bytes from {@code from} to before {@code to}. */
  static long[] fromBytes(byte[] bigEndian, int from, int to, int count) {
    long[] limbs = new long[count];
    for (int i = to - 1, place = 0; i >= from; i--, place++) {
      limbs[place / BYTES] |= (bigEndian[i] & 0xffL) << (8 * (place % BYTES));
    }
    return limbs;
  }

  /** Big-endian bytes of the given length. */
  static byte[] toBytes(long[] limbs, int length) {
    byte[] bigEndian = new byte[length];
    for (int place = 0; place < length; place++) {
      bigEndian[length - 1 - place] = (byte) (limbs[place / BYTES] >>> (8 * (place % BYTES)));
    }
    return bigEndian;
  }

  /** The bit of weight 2^index. */
  static int bit(long[] limbs, int index) {
    return (int) (limbs[index / BITS] >>> (index % BITS)) & 1;
  }

  /** The bits of weight 2^index and up; fewer than 56 of them. Positions past the end are 0. */
  static int bits(long[] limbs, int index, int width) {
    int limb = index / BITS;
    int shift = index % BITS;
    long bits = limbs[limb] >>> shift;
    if (shift + width > BITS && limb + 1 < limbs.length) {
      bits |= limbs[limb + 1] << (BITS - shift);
    }
    return (int) (bits & ((1L << width) - 1));
  }

  /** out = a − b, modulo the capacity. Returns −1 if a &lt; b, else 0. Arguments may coincide. */
  static long subtract(long[] out, long[] a, long[] b) {
    long borrow = 0;
    for (int i = 0; i < out.length; i++) {
      long difference = a[i] - b[i] + borrow;
      out[i] = difference & MASK;
      borrow = difference >> BITS;
    }
    return borrow;
  }

  /** out = a + (b if mask is −1, 0 if it is 0), which must fit. Arguments may coincide. */
  static void addMasked(long[] out, long[] a, long[] b, long mask) {
    long carry = 0;
    for (int i = 0; i < out.length; i++) {
      long sum = a[i] + (b[i] & mask) + carry;
      out[i] = sum & MASK;
      carry = sum >> BITS;
    }
  }
}
