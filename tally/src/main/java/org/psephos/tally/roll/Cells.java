package org.psephos.tally.roll;

import java.util.Locale;
import java.util.OptionalInt;
import org.psephos.crypto.codec.Printable;

/** What may stand in a cell of a voter list. */
final class Cells {

  /** The longest login, and the longest other cell, in characters. */
  static final int LONGEST_LOGIN = 255;

  static final int LONGEST = 1000;

  private Cells() {}

  /** The first character of a login that cannot be seen, or looks like a space and is none. */
  static OptionalInt invisible(String login) {
    return login.codePoints().filter(c -> !Printable.isVisible(c) || c == 0xFFFD).findFirst();
  }

  /** The first character that no name and no address needs: control, or turning the writing. */
  static OptionalInt hostile(String cell) {
    return cell.codePoints().filter(Cells::isHostile).findFirst();
  }

  private static boolean isHostile(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || turns || c == 0xFFFD;
  }

  static String name(int c) {
    return String.format(Locale.ROOT, "U+%04X", c);
  }
}
