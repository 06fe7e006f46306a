package org.psephos.tally.roll;

/**
 * Cells that a spreadsheet takes for text. A cell that begins with a character that begins a
 * formula is written with an apostrophe before it; so is one that begins with an apostrophe, so
 * that what was written can be read again.
 */
public final class SafeCell {

  private static final String STARTS = "=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20";
  private static final char MARK = '\'';

  private SafeCell() {}

  /** The cell for a text. */
  public static String write(String text) {
    return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
  }

  static String read(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell;
  }
}
