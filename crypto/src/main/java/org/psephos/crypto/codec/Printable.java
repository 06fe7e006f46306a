package org.psephos.crypto.codec;

import java.util.Locale;

/**
 * Makes text from outside safe to show in a terminal. A name or an answer could hold escape
 * sequences, line breaks or characters that turn the direction of writing, and so paint a verdict
 * of its own.
 */
public final class Printable {

  private Printable() {}

  /** The text in one line, with every character that has no shape of its own as {@code \\u{…}}. */
  public static String escape(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isVisible(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(spelled(c));
              }
            });
    return shown.toString();
  }

  /** The text with each unpaired surrogate spelled out, so that it can be written as UTF-8. */
  public static String wellFormed(String text) {
    StringBuilder formed = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.getType(c) == Character.SURROGATE) {
                formed.append(spelled(c));
              } else {
                formed.appendCodePoint(c);
              }
            });
    return formed.toString();
  }

  /** Whether a reader sees that this character is there; the plain space counts. */
  public static boolean isVisible(int c) {
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

  private static String spelled(int c) {
    return "\\u{" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + "}";
  }
}
