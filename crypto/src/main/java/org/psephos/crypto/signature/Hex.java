package org.psephos.crypto.signature;

import java.util.HexFormat;
import org.psephos.crypto.codec.DecodingException;

/** Hexadecimal of a fixed length in lower case. */
final class Hex {

  private Hex() {}

  static byte[] decode(String text, int bytes) throws DecodingException {
    if (text.length() != 2 * bytes || !text.chars().allMatch(Hex::isLowerDigit)) {
      throw new DecodingException("", 2 * bytes + " lower-case hexadecimal digits", text);
    }
    return HexFormat.of().parseHex(text);
  }

  private static boolean isLowerDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
