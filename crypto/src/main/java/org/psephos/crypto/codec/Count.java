package org.psephos.crypto.codec;

/**
 * How version 1 writes a weight, a total or a result: as a JSON number up to 2^30 − 1 and as a
 * decimal string above (protocol §1).
 */
public final class Count {

  private static final long LARGEST_NUMBER = (1L << 30) - 1;

  /** Far above every weight in use, and exact in every program that computes with doubles. */
  private static final long LARGEST = (1L << 53) - 1;

  private Count() {}

  /**
   * The one spelling of a count.
   *
   * @throws IllegalArgumentException unless it is in [0, 2^53)
   */
  public static Json encode(long count) {
    if (count < 0 || count > LARGEST) {
      throw new IllegalArgumentException("a count is in [0, 2^53)");
    }
    return count <= LARGEST_NUMBER ? new Json.Int(count) : new Json.Text(Long.toString(count));
  }

  /**
   * Reads a count in its one spelling.
   *
   * @throws DecodingException for any other spelling or a number out of range
   */
  public static long decode(Json value) throws DecodingException {
    if (value instanceof Json.Int number) {
      return inRange(number.value(), 0, LARGEST_NUMBER);
    }
    String text = JsonFields.text(value);
    if (!text.matches("[1-9][0-9]{9,15}")) {
      throw new DecodingException("", "a decimal number above 2^30 - 1", text);
    }
    return inRange(Long.parseLong(text), LARGEST_NUMBER + 1, LARGEST);
  }

  private static long inRange(long count, long smallest, long largest) throws DecodingException {
    if (count < smallest || count > largest) {
      throw new DecodingException("", smallest + " to " + largest, Long.toString(count));
    }
    return count;
  }
}
