package org.psephos.crypto.election;

import java.util.OptionalInt;
import org.psephos.crypto.finding.Inspection;

/**
 * Which characters may stand in the texts of our own elections. A foreign election may hold others,
 * so this is a check beside decoding and not part of it.
 *
 * <p>Refused are control characters except a line feed in longer texts, and the characters that
 * turn the direction of writing, since both can make a page show something else than what is
 * signed.
 */
public enum TextRule {
  /** A name, a question or an answer: one line. */
  LINE,
  /** A description: may have line feeds. */
  PARAGRAPHS;

  /** The first character that the rule refuses, as a code point; empty if there is none. */
  public OptionalInt firstRefused(String text) {
    return text.codePoints().filter(this::refuses).findFirst();
  }

  /** Notes a fault if the text holds a refused character. */
  public void inspect(Inspection.Notebook notebook, String where, String text) {
    OptionalInt refused = firstRefused(text);
    notebook.require(
        refused.isEmpty(),
        "text-characters",
        where,
        "no control characters and none that turn the direction of writing",
        refused.isPresent() ? "U+" + hex(refused.getAsInt()) : "none");
  }

  private boolean refuses(int c) {
    if (c == '\n') {
      return this == LINE;
    }
    return Character.getType(c) == Character.CONTROL || isSeparator(c) || turnsDirection(c);
  }

  private static boolean isSeparator(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static boolean turnsDirection(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String hex(int c) {
    String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
    return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
  }
}
