package org.psephos.crypto.group.edwards;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/**
 * The version 1 text of a point (protocol §2): the number y + 2^255·(x mod 2) as 64 lower-case
 * hexadecimal digits, the most significant first.
 */
final class PointText {

  static final int LENGTH = 64;

  private static final int WORD_DIGITS = 16;
  private static final String DIGITS = "0123456789abcdef";
  private static final long LOW_63_BITS = Long.MAX_VALUE;

  private PointText() {}

  /**
   * Reads a point of the curve, in the subgroup or not.
   *
   * @throws DecodingException MALFORMED if these are not 64 hexadecimal digits, NOT_CANONICAL if
   *     the point has another spelling, NOT_IN_GROUP if there is no such point
   */
  static EdwardsElement read(String text) throws DecodingException {
    requireDigits(text);
    long w3 = word(text, 0);
    long w2 = word(text, WORD_DIGITS);
    long w1 = word(text, 2 * WORD_DIGITS);
    long w0 = word(text, 3 * WORD_DIGITS);
    requireBelowModulus(text, w0, w1, w2, w3 & LOW_63_BITS);
    FieldElement y = FieldElement.ofWords(w0, w1, w2, w3);
    FieldElement x = abscissa(y);
    if (x == null) {
      throw new DecodingException(Reason.NOT_IN_GROUP, "point", "a point of the curve", text);
    }
    boolean odd = w3 < 0;
    if (odd && x.isZero()) {
      throw new DecodingException(Reason.NOT_CANONICAL, "point", "no sign for x = 0", text);
    }
    if (x.isOdd() != odd) {
      x.subtract(Curve.ZERO, x);
    }
    FieldElement t = new FieldElement();
    t.multiply(x, y);
    return new EdwardsElement(x, y, Curve.ONE, t, text);
  }

  /** The text of affine coordinates. */
  static String write(FieldElement x, FieldElement y) {
    long[] words = y.toWords();
    if (x.isOdd()) {
      words[3] |= Long.MIN_VALUE;
    }
    char[] text = new char[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      int shift = 4 * (WORD_DIGITS - 1 - i % WORD_DIGITS);
      text[i] = DIGITS.charAt((int) (words[3 - i / WORD_DIGITS] >>> shift) & 0xf);
    }
    return String.valueOf(text);
  }

  private static void requireDigits(String text) throws DecodingException {
    boolean upperCase = false;
    for (int i = 0; i < LENGTH && text.length() == LENGTH; i++) {
      char c = text.charAt(i);
      boolean upper = c >= 'A' && c <= 'F';
      if (!upper && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        throw new DecodingException("point", "hexadecimal digits", text);
      }
      upperCase |= upper;
    }
    if (text.length() != LENGTH) {
      throw new DecodingException("point", LENGTH + " hexadecimal digits", text);
    }
    if (upperCase) {
      throw new DecodingException(Reason.NOT_CANONICAL, "point", "lower-case digits", text);
    }
  }

  private static long word(String text, int start) {
    long word = 0;
    for (int i = start; i < start + WORD_DIGITS; i++) {
      char c = text.charAt(i);
      word = (word << 4) | (c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return word;
  }

  /** p − 1 ends in 0xec, and its other digits are as high as they can be. */
  private static void requireBelowModulus(String text, long w0, long w1, long w2, long w3)
      throws DecodingException {
    boolean atLeastModulus =
        w3 == LOW_63_BITS && (w2 & w1) == -1 && Long.compareUnsigned(w0, -19) >= 0;
    if (atLeastModulus) {
      throw new DecodingException(Reason.NOT_CANONICAL, "point", "y below 2^255 - 19", text);
    }
  }

  /** A root of x² = (y² − 1)/(d·y² + 1), or null. */
  private static FieldElement abscissa(FieldElement y) {
    FieldElement numerator = new FieldElement();
    numerator.square(y);
    FieldElement denominator = new FieldElement();
    denominator.multiply(numerator, Curve.D);
    denominator.add(denominator, Curve.ONE);
    numerator.subtract(numerator, Curve.ONE);
    return FieldPower.rootOfRatio(numerator, denominator);
  }
}
