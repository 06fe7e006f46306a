package org.psephos.tally.roll;

/**
 * Something in a voter list that has to be mended.
 *
 * @param line its line in the file, from 1, or 0 if it is about the whole list
 * @param reason for people; it may hold text of the list, so escape it before showing it
 */
public record RollFault(long line, String reason) {

  @Override
  public String toString() {
    return line == 0 ? reason : "line " + line + ": " + reason;
  }
}
