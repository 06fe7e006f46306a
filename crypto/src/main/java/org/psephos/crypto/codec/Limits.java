package org.psephos.crypto.codec;

/**
 * What a parser will accept before it gives up.
 *
 * @param bytes the largest document in bytes
 * @param depth the deepest nesting of arrays and objects
 * @param text the longest string in characters
 */
public record Limits(int bytes, int depth, int text) {

  /** A ballot or another object posted by a stranger: 1 MiB, depth 16. */
  public static final Limits OBJECT = new Limits(1 << 20, 16, 20_000);

  /** A list of up to a million credentials or a large trustees object. */
  public static final Limits LIST = new Limits(1 << 30, 16, 200_000);

  /** A board entry. */
  public static final Limits ENTRY = new Limits(4096, 4, 4096);
}
