package org.psephos.crypto.group.edwards;

import java.util.Arrays;

/**
 * Arithmetic modulo the group order q = 2^252 + c, c = 27742317777372353535851937790883648493, for
 * public and secret numbers alike: every operation runs the same sequence for all values.
 *
 * <p>A number in [0, q) is an array of nine limbs to the base 2^28, the least significant first;
 * the last one has 29 bits. Arrays that held intermediate values are wiped.
 */
final class ModOrder {

  static final int LIMBS = 9;
  static final int LIMB_BITS = 28;
  static final int BYTES = 32;
  static final int ORDER_BITS = 253;

  private static final long MASK = (1L << LIMB_BITS) - 1;
  private static final long C0 = 0xcf5d3ed;
  private static final long C1 = 0x12631a5;
  private static final long C2 = 0x79cd658;
  private static final long C3 = 0xf9dea2f;
  private static final long C4 = 0x14de;
  private static final long[] Q = {C0, C1, C2, C3, C4, 0, 0, 0, 1L << LIMB_BITS};

  /** Limbs of the widest number that {@link #reduce} takes. */
  private static final int WIDE = 20;

  /** Ten limbs of 28 bits: what {@link #ofBytes} takes in at a time. */
  private static final int CHUNK_BYTES = 35;

  private static final int CHUNK_LIMBS = 10;

  private ModOrder() {}

  static long[] ofLong(long value) {
    long[] wide = new long[LIMBS];
    wide[0] = value & MASK;
    wide[1] = (value >> LIMB_BITS) & MASK;
    wide[2] = value >> (2 * LIMB_BITS);
    return settle(wide);
  }

  /** A big-endian number of any length, mod q. */
  static long[] ofBytes(byte[] bigEndian) {
    long[] result = new long[LIMBS];
    int end = bigEndian.length % CHUNK_BYTES;
    int start = 0;
    while (start < bigEndian.length) {
      long[] wide = new long[WIDE];
      System.arraycopy(result, 0, wide, CHUNK_LIMBS, LIMBS);
      for (int i = end - 1, bit = 0; i >= start; i--, bit += 8) {
        wide[bit / LIMB_BITS] += (bigEndian[i] & 0xffL) << bit % LIMB_BITS;
      }
      Arrays.fill(result, 0);
      result = reduce(wide);
      start = end;
      end += CHUNK_BYTES;
    }
    return result;
  }

  /** The number as 32 big-endian bytes. */
  static byte[] toBytes(long[] a) {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[BYTES - 1 - i] = (byte) bits(a, 8 * i, 8);
    }
    return bytes;
  }

  /** The {@code width} ≤ 28 bits of the number from bit {@code position} ≤ 280 on. */
  static int bits(long[] a, int position, int width) {
    int limb = Math.min(position / LIMB_BITS, LIMBS - 1);
    int shift = position - LIMB_BITS * limb;
    long window = a[limb] >> shift;
    if (limb + 1 < LIMBS) {
      window |= a[limb + 1] << (LIMB_BITS - shift);
    }
    return (int) window & ((1 << width) - 1);
  }

  /** The number of bits without leading zeros; for public numbers. */
  static int bitLength(long[] a) {
    int top = LIMBS - 1;
    while (top > 0 && a[top] == 0) {
      top--;
    }
    return LIMB_BITS * top + Long.SIZE - Long.numberOfLeadingZeros(a[top]);
  }

  static long[] add(long[] a, long[] b) {
    long[] sum = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      sum[i] = a[i] + b[i];
    }
    return settle(sum);
  }

  static long[] subtract(long[] a, long[] b) {
    long[] difference = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      difference[i] = a[i] - b[i];
    }
    return settle(difference);
  }

  static long[] multiply(long[] a, long[] b) {
    long[] product = new long[WIDE];
    for (int i = 0; i < LIMBS; i++) {
      long factor = a[i];
      product[i] += factor * b[0];
      product[i + 1] += factor * b[1];
      product[i + 2] += factor * b[2];
      product[i + 3] += factor * b[3];
      product[i + 4] += factor * b[4];
      product[i + 5] += factor * b[5];
      product[i + 6] += factor * b[6];
      product[i + 7] += factor * b[7];
      product[i + 8] += factor * b[8];
    }
    return reduce(product);
  }

  static boolean isZero(long[] a) {
    long bits = 0;
    for (long limb : a) {
      bits |= limb;
    }
    return bits == 0;
  }

  /** Whether nine limbs of 28 bits, the last of up to 34, spell a number below q. */
  static boolean isReduced(long[] a) {
    long borrow = 0;
    for (int i = 0; i < LIMBS; i++) {
      borrow = (a[i] - Q[i] + borrow) >> LIMB_BITS;
    }
    return borrow < 0;
  }

  /**
   * Replaces 2^252 by −c three times. The numbers of limbs are those that can be other than zero:
   * 20 at first for 532 bits, then 16 for at most 406, 12 for 280 and 10 for 253.
   */
  private static long[] reduce(long[] wide) {
    for (int limbs = WIDE; limbs > LIMBS + 2; limbs -= 4) {
      carry(wide, limbs);
      fold(wide, limbs);
    }
    carry(wide, LIMBS + 1);
    wide[LIMBS - 1] += wide[LIMBS] << LIMB_BITS;
    long[] result = settle(wide);
    Arrays.fill(wide, 0);
    return result;
  }

  /** Each upper limb goes to places below it, so what is read was complete before. */
  private static void fold(long[] wide, int limbs) {
    for (int i = 0; i < limbs - LIMBS; i++) {
      long top = wide[LIMBS + i];
      wide[LIMBS + i] = 0;
      wide[i] -= top * C0;
      wide[i + 1] -= top * C1;
      wide[i + 2] -= top * C2;
      wide[i + 3] -= top * C3;
      wide[i + 4] -= top * C4;
    }
  }

  /** Leaves 28 bits in every limb but the last, which carries the sign. */
  private static void carry(long[] a, int limbs) {
    for (int i = 0; i < limbs - 1; i++) {
      a[i + 1] += a[i] >> LIMB_BITS;
      a[i] &= MASK;
    }
  }

  /** Takes nine limbs of a number in [−q, 2q) into [0, q). */
  private static long[] settle(long[] a) {
    carry(a, LIMBS);
    long negative = a[LIMBS - 1] >> 63;
    for (int i = 0; i < LIMBS; i++) {
      a[i] += Q[i] & negative;
    }
    carry(a, LIMBS);
    long[] result = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      result[i] = a[i] - Q[i];
    }
    carry(result, LIMBS);
    long tooSmall = result[LIMBS - 1] >> 63;
    for (int i = 0; i < LIMBS; i++) {
      result[i] ^= (result[i] ^ a[i]) & tooSmall;
    }
    Arrays.fill(a, 0, LIMBS, 0);
    return result;
  }
}
