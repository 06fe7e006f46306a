package org.psephos.crypto.group.edwards;

/**
 * The operations whose sequence must not depend on a secret, with a record of those that ran.
 *
 * <p>The record is kept by {@code assert} statements only: it exists where assertions are on, as in
 * our tests, and costs nothing where they are off. It is not synchronised; a test that reads it
 * runs alone.
 */
enum FieldOperation {
  ADD(1),
  MULTIPLY(2),
  SQUARE(3),
  SELECT(4);

  private static final long BASE = 31;

  private static long count;
  private static long sequence;

  private final int mark;

  FieldOperation(int mark) {
    this.mark = mark;
  }

  /** Notes that this operation runs; always true, so that it can stand in an {@code assert}. */
  boolean runs() {
    count++;
    sequence = BASE * sequence + mark;
    return true;
  }

  static void forget() {
    count = 0;
    sequence = 0;
  }

  /** How many operations ran since {@link #forget}. */
  static long count() {
    return count;
  }

  /** A fingerprint of which operations ran since {@link #forget}, in which order. */
  static long sequence() {
    return sequence;
  }
}
