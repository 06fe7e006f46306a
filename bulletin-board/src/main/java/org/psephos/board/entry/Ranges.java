package org.psephos.board.entry;

import org.psephos.crypto.codec.Base58;
import org.psephos.crypto.codec.Hex;

/** The ranges of numbers and texts that several records share. Throws, because callers know. */
final class Ranges {

  private Ranges() {}

  static void time(long seconds) {
    within("time", seconds, 0, CanonicalJson.LARGEST);
  }

  static void owner(int owner) {
    within("owner", owner, 1, ReadyEntry.MOST_TRUSTEES);
  }

  /** The number of a member of a threshold group, whose size another entry gives. */
  static void index(String name, int index) {
    within(name, index, 1, ReadyEntry.MOST_TRUSTEES);
  }

  static void attempt(int attempt) {
    within("attempt", attempt, 1, AttemptEntry.MOST_ATTEMPTS);
  }

  static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", not from " + least + " to " + most);
    }
  }

  static void uuid(String uuid) {
    if (uuid.length() < 14 || uuid.length() > 64 || !uuid.chars().allMatch(Base58::isDigit)) {
      throw new IllegalArgumentException("a uuid is 14 to 64 characters of base58");
    }
  }

  static void hex(String name, String text, int digits) {
    if (!Hex.isHex(text, digits)) {
      throw new IllegalArgumentException(
          name + " is not " + digits + " lower-case hexadecimal digits");
    }
  }

  static void text(String name, String text, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      throw new IllegalArgumentException(name + " is empty or over " + longest + " characters");
    }
    writable(name, text);
  }

  /** Our canonical JSON has no U+007F, because writers disagree about it. */
  static void writable(String name, String text) {
    if (text.indexOf(0x7f) >= 0) {
      throw new IllegalArgumentException(name + " holds U+007F");
    }
  }
}
