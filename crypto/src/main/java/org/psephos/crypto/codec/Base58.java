package org.psephos.crypto.codec;

import java.security.SecureRandom;

/**
 * The alphabet of identifiers and codes: digits and letters without 0, O, I and l, which people
 * confuse. Used as an alphabet only, never as a number system.
 */
public final class Base58 {

  /** The characters in order; the first has value 0. */
  public static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /** The number of characters. */
  public static final int SIZE = ALPHABET.length();

  private Base58() {}

  public static boolean isDigit(int character) {
    return ALPHABET.indexOf(character) >= 0;
  }

  /** Fills the array with uniformly random ASCII characters of the alphabet. */
  public static void fill(byte[] characters, SecureRandom random) {
    for (int i = 0; i < characters.length; i++) {
      characters[i] = (byte) ALPHABET.charAt(random.nextInt(SIZE));
    }
  }
}
