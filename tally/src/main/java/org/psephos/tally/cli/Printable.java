package org.psephos.tally.cli;

import java.util.Locale;

/**
 * Makes text from outside safe to show in a terminal: a name could hold escape sequences, line
 * breaks or characters that turn the direction of writing.
 */
final class Printable {

  private Printable() {}

  /** The text in one line, with every character that has no shape of its own as {@code \\u{…}}. */
  static String escape(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int c) {
    if (isVisible(c)) {
      shown.appendCodePoint(c);
    } else {
      shown.append("\\u{").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append('}');
    }
  }

  private static boolean isVisible(int c) {
    if (c == ' ') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
