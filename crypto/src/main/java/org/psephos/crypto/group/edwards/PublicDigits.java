package org.psephos.crypto.group.edwards;

/**
 * A public scalar as sparse signed digits (width-w non-adjacent form): odd numbers below 2^(w−1) in
 * size, at least w − 1 zeros between two of them. Of s and s − q the shorter is written, so that
 * small negative factors are cheap.
 */
final class PublicDigits {

  /** More bits than any digit of any scalar stands at. */
  static final int COUNT = 256;

  /** How many bits are looked at together. */
  private static final int WINDOW = 16;

  private static final long[] ZERO = new long[ModOrder.LIMBS];

  private final byte[] digits = new byte[COUNT];
  private final int length;

  PublicDigits(EdwardsScalar scalar, int width) {
    long[] limbs = scalar.limbs();
    boolean negative = ModOrder.bits(limbs, ModOrder.ORDER_BITS - 2, 2) != 0;
    long[] size = negative ? ModOrder.subtract(ZERO, limbs) : limbs;
    this.length = write(size, width, negative ? -1 : 1);
  }

  private int write(long[] limbs, int width, int sign) {
    int end = 0;
    int carry = 0;
    int position = 0;
    while (position < COUNT) {
      int window = ModOrder.bits(limbs, position, WINDOW) + carry;
      if ((window & 1) == 0) {
        position += window == 0 ? WINDOW : Integer.numberOfTrailingZeros(window);
        continue;
      }
      int digit = window & ((1 << width) - 1);
      carry = digit >> (width - 1);
      digits[position] = (byte) (sign * (digit - (carry << width)));
      end = position + 1;
      position += width;
    }
    return end;
  }

  /** One more than the position of the highest digit that is not zero. */
  int length() {
    return length;
  }

  int at(int position) {
    return digits[position];
  }
}
