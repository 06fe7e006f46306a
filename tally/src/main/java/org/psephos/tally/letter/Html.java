package org.psephos.tally.letter;

/** Text from outside as text in HTML, whatever it holds. */
final class Html {

  private Html() {}

  /** For element content and for attribute values in quotes. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** The address of a page, which breaks behind its slashes where a line is too short for it. */
  static String address(String page) {
    return escape(page).replace("/", "/<wbr>");
  }

  /** Text that may be written in the other direction than what is around it. */
  static String isolated(String text) {
    return "<bdi>" + escape(text) + "</bdi>";
  }
}
