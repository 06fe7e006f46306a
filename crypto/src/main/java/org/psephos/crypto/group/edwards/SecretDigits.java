package org.psephos.crypto.group.edwards;

/** A secret scalar as signed digits to the base 16, made without looking at them. */
final class SecretDigits {

  /** The number of digits of any scalar. */
  static final int COUNT = 64;

  /** Digits lie in [−8, 8]: this many multiples and their negatives make a table. */
  static final int HALF = 8;

  private static final int WIDTH = 4;

  private SecretDigits() {}

  /** The digits, the least significant first; the caller wipes them. */
  static byte[] of(EdwardsSecret secret) {
    long[] limbs = secret.limbs();
    byte[] digits = new byte[COUNT];
    int carry = 0;
    for (int i = 0; i < COUNT - 1; i++) {
      int digit = ModOrder.bits(limbs, WIDTH * i, WIDTH) + carry;
      carry = (digit + HALF) >> WIDTH;
      digits[i] = (byte) (digit - (carry << WIDTH));
    }
    digits[COUNT - 1] = (byte) (ModOrder.bits(limbs, WIDTH * (COUNT - 1), WIDTH) + carry);
    return digits;
  }
}
