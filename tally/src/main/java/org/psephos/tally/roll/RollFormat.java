package org.psephos.tally.roll;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a voter list is written.
 *
 * @param delimiter what separates the columns; found out from the first line if absent
 * @param charset the encoding of a list without byte-order mark
 * @param loginColumn the name of the column with the logins, or its number from 1
 * @param weightColumn the name of the column with the weights, or its number from 1
 * @param allowSimilar whether logins that look like each other are taken, because somebody compared
 *     them; equal ones never are
 */
public record RollFormat(
    Optional<Character> delimiter,
    Charset charset,
    Optional<String> loginColumn,
    Optional<String> weightColumn,
    boolean allowSimilar) {

  public RollFormat {
    if (delimiter.isPresent() && !RollTable.isDelimiter(delimiter.get())) {
      throw new IllegalArgumentException("not a delimiter");
    }
  }

  /** Whether a character may separate columns: tab, or a sign other than the quotation mark. */
  public static boolean isDelimiter(char c) {
    return RollTable.isDelimiter(c);
  }

  /** UTF-8, and everything else found out. */
  public static final RollFormat USUAL =
      new RollFormat(
          Optional.empty(), StandardCharsets.UTF_8, Optional.empty(), Optional.empty(), false);
}
