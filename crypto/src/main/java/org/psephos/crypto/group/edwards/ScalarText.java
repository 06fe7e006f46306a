package org.psephos.crypto.group.edwards;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/** The decimal spelling of public scalars, by hand, since a ballot holds two dozen of them. */
final class ScalarText {

  /** The digits of q. */
  private static final int MAX_DIGITS = 76;

  private static final int CHUNK = 9;
  private static final long CHUNK_UNIT = 1_000_000_000;
  private static final int CHUNKS = 9;

  private ScalarText() {}

  /**
   * Reads {@code 0|[1-9][0-9]*} below q. The work is bounded whatever the length of the text.
   *
   * @throws DecodingException MALFORMED if the text is no number, NOT_CANONICAL if it has a sign, a
   *     leading zero, or a value of q or more
   */
  static long[] parse(String text) throws DecodingException {
    requireSpelling(text);
    if (text.length() <= MAX_DIGITS) {
      long[] limbs = new long[ModOrder.LIMBS];
      int end = text.length() % CHUNK;
      appendChunk(limbs, text, 0, end);
      for (; end < text.length(); end += CHUNK) {
        appendChunk(limbs, text, end, end + CHUNK);
      }
      if (ModOrder.isReduced(limbs)) {
        return limbs;
      }
    }
    throw new DecodingException(Reason.NOT_CANONICAL, "number", "a smaller number", text);
  }

  private static void requireSpelling(String text) throws DecodingException {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    int start = signed ? 1 : 0;
    // One digit more than any scalar has is enough to know that the text is none.
    int end = Math.min(text.length(), start + MAX_DIGITS + 1);
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new DecodingException("number", "decimal digits", text);
      }
    }
    if (start == end) {
      throw new DecodingException("number", "decimal digits", text);
    }
    if (signed || (end > 1 && text.charAt(0) == '0')) {
      throw new DecodingException(
          Reason.NOT_CANONICAL, "number", "no sign and no leading zero", text);
    }
  }

  /** Multiplies by 10^9 and adds nine digits; the last limb takes what 76 digits leave over. */
  private static void appendChunk(long[] limbs, String text, int start, int end) {
    long carry = 0;
    for (int i = start; i < end; i++) {
      carry = 10 * carry + text.charAt(i) - '0';
    }
    int last = ModOrder.LIMBS - 1;
    for (int i = 0; i < last; i++) {
      carry += limbs[i] * CHUNK_UNIT;
      limbs[i] = carry & ((1L << ModOrder.LIMB_BITS) - 1);
      carry >>= ModOrder.LIMB_BITS;
    }
    limbs[last] = limbs[last] * CHUNK_UNIT + carry;
  }

  static String print(long[] scalar) {
    long[] limbs = scalar.clone();
    char[] digits = new char[CHUNKS * CHUNK];
    for (int end = digits.length; end > 0; end -= CHUNK) {
      long chunk = divide(limbs);
      for (int i = end - 1; i >= end - CHUNK; i--) {
        digits[i] = (char) ('0' + chunk % 10);
        chunk /= 10;
      }
    }
    int start = 0;
    while (start < digits.length - 1 && digits[start] == '0') {
      start++;
    }
    return String.valueOf(digits, start, digits.length - start);
  }

  /** Divides by 10^9 and returns the remainder. */
  private static long divide(long[] limbs) {
    long remainder = 0;
    for (int i = limbs.length - 1; i >= 0; i--) {
      long dividend = (remainder << ModOrder.LIMB_BITS) | limbs[i];
      limbs[i] = dividend / CHUNK_UNIT;
      remainder = dividend - limbs[i] * CHUNK_UNIT;
    }
    return remainder;
  }
}
