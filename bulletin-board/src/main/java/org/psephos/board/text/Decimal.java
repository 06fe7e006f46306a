package org.psephos.board.text;

import org.psephos.crypto.codec.DecodingException;

/** Whole numbers from 0 to 2^63-1 in ASCII digits, each with exactly one spelling. */
public final class Decimal {

  private Decimal() {}

  /**
   * Reads digits without sign, space or leading zero.
   *
   * @param path what the number is, for the error
   * @throws DecodingException if the text is anything else, or above 2^63-1
   */
  public static long parse(String path, String text) throws DecodingException {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
      throw refusal(path, text);
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw refusal(path, text);
    }
  }

  private static DecodingException refusal(String path, String text) {
    return new DecodingException(path, "a decimal number from 0 to 9223372036854775807", text);
  }
}
