package org.psephos.crypto.codec;

import java.util.HexFormat;

/** Reads hexadecimal in its one spelling: lower-case digits, two for each byte. */
public final class Hex {

  private Hex() {}

  /** Whether the text consists of this many lower-case hexadecimal digits. */
  public static boolean isHex(String text, int digits) {
    return text.length() == digits && isHex(text);
  }

  /** Whether every character is a lower-case hexadecimal digit; so also for the empty text. */
  public static boolean isHex(String text) {
    return text.chars().allMatch(c -> HexFormat.isHexDigit(c) && !Character.isUpperCase(c));
  }

  /**
   * Reads a number of bytes that is known.
   *
   * @param path where the text stands; empty if only the caller knows
   * @throws DecodingException if the text is anything but two lower-case digits for each byte
   */
  public static byte[] decode(String path, String text, int bytes) throws DecodingException {
    if (!isHex(text, 2 * bytes)) {
      throw new DecodingException(path, 2 * bytes + " lower-case hexadecimal digits", text);
    }
    return HexFormat.of().parseHex(text);
  }
}
