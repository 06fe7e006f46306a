package org.psephos.crypto.election;

import java.security.SecureRandom;
import org.psephos.crypto.codec.DecodingException;

/**
 * The identifier of an election: at least 14 base58 characters (protocol §1).
 *
 * @param value the text as it stands in {@code election.json}
 */
public record ElectionId(String value) implements Comparable<ElectionId> {

  /** The fewest characters, and the number in identifiers that we make (82 bits). */
  public static final int LENGTH = 14;

  private static final int LONGEST = 64;
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  public ElectionId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an election identifier");
    }
  }

  /**
   * Reads an identifier.
   *
   * @throws DecodingException unless it is 14 to 64 base58 characters
   */
  public static ElectionId decode(String text) throws DecodingException {
    if (!isValid(text)) {
      throw new DecodingException("", "14 to 64 base58 characters", text);
    }
    return new ElectionId(text);
  }

  /** A fresh identifier. */
  public static ElectionId random(SecureRandom random) {
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      text.append(BASE58.charAt(random.nextInt(BASE58.length())));
    }
    return new ElectionId(text.toString());
  }

  private static boolean isValid(String text) {
    return text.length() >= LENGTH
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> BASE58.indexOf(c) >= 0);
  }

  @Override
  public int compareTo(ElectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
