package org.psephos.board.note;

/** The names of keys: not empty, no space of any kind, no control character, no plus sign. */
final class KeyName {

  private KeyName() {}

  static boolean isValid(String name) {
    return !name.isEmpty() && name.codePoints().noneMatch(KeyName::isForbidden);
  }

  private static boolean isForbidden(int c) {
    return c == '+'
        || Character.isSpaceChar(c)
        || Character.isWhitespace(c)
        || Character.isISOControl(c)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
