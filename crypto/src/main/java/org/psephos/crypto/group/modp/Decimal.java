package org.psephos.crypto.group.modp;

import java.math.BigInteger;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

/** The one decimal spelling of a natural number: ASCII digits, no sign, no leading zero. */
final class Decimal {

  private Decimal() {}

  /**
   * Reads a number below {@code bound}. A text with more digits than the bound has is refused by
   * its length, so that a megabyte of digits costs no arithmetic.
   *
   * @throws DecodingException MALFORMED if the text is no number, NOT_CANONICAL if it has a sign or
   *     a leading zero, {@code outOfRange} if it is not below the bound
   */
  static BigInteger below(BigInteger bound, int boundDigits, Reason outOfRange, String text)
      throws DecodingException {
    requireDigits(text);
    if (text.length() <= boundDigits) {
      BigInteger value = unchecked(text);
      if (value.compareTo(bound) < 0) {
        return value;
      }
    }
    throw new DecodingException(outOfRange, "number", "a smaller number", text);
  }

  /** Reads a constant of this package. */
  static BigInteger constant(String text) {
    try {
      requireDigits(text);
      return unchecked(text);
    } catch (DecodingException e) {
      throw new IllegalArgumentException("not a canonical decimal", e);
    }
  }

  private static void requireDigits(String text) throws DecodingException {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String digits = signed ? text.substring(1) : text;
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new DecodingException("number", "decimal digits", text);
    }
    if (signed || (digits.length() > 1 && digits.charAt(0) == '0')) {
      throw new DecodingException(
          Reason.NOT_CANONICAL, "number", "no sign and no leading zero", text);
    }
  }

  // Nothing but ASCII digits arrives here, so BigInteger has nothing to be lenient about.
  @AllowsForbidden
  private static BigInteger unchecked(String text) {
    return new BigInteger(text);
  }
}
