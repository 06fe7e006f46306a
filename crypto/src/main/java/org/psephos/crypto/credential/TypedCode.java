package org.psephos.crypto.credential;

import java.util.Arrays;
import org.psephos.crypto.codec.Base58;

/** What a person typed, without spaces and dashes. Secret; wiped by {@link #close}. */
final class TypedCode implements AutoCloseable {

  private final byte[] characters;

  private TypedCode(byte[] characters) {
    this.characters = characters;
  }

  /**
   * Drops every kind of space and dash; case matters and nothing is guessed.
   *
   * @throws InvalidCodeException unless exactly {@code length} base58 characters are left
   */
  static TypedCode read(CharSequence typed, int length) throws InvalidCodeException {
    byte[] kept = new byte[length];
    int count = 0;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (isSeparator(c)) {
        continue;
      }
      count++;
      if (!Base58.isDigit(c)) {
        Arrays.fill(kept, (byte) 0);
        throw InvalidCodeException.character(count);
      }
      if (count <= length) {
        kept[count - 1] = (byte) c;
      }
    }
    if (count != length) {
      Arrays.fill(kept, (byte) 0);
      throw InvalidCodeException.length(length, count);
    }
    return new TypedCode(kept);
  }

  private static boolean isSeparator(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || c == '\u2212' // minus sign
        || c == '\u00ad' // soft hyphen
        || c == '\u200b' // zero-width space
        || c == '\ufeff'; // zero-width no-break space
  }

  byte[] slice(int from, int to) {
    return Arrays.copyOfRange(characters, from, to);
  }

  @Override
  public void close() {
    Arrays.fill(characters, (byte) 0);
  }
}
