package org.psephos.crypto.group.edwards;

import java.util.Arrays;

/**
 * Multiplication by secret scalars: the same field operations in the same order for every scalar, a
 * table that is read as a whole each time, no branch and no index that depends on the secret.
 */
final class SecretMultiplication {

  private static final int WIDTH = 4;

  private SecretMultiplication() {}

  static EdwardsElement times(EdwardsElement element, EdwardsSecret secret) {
    long[] table = new long[SecretDigits.HALF * Addend.SIZE];
    Addend addend = new Addend();
    storeMultiples(element, table, addend);
    byte[] digits = SecretDigits.of(secret);
    Accumulator sum = new Accumulator();
    for (int i = SecretDigits.COUNT - 1; i >= 0; i--) {
      for (int j = 0; j < WIDTH; j++) {
        sum.twice();
      }
      addend.select(table, 0, digits[i]);
      sum.add(addend);
    }
    Arrays.fill(digits, (byte) 0);
    return sum.toElement();
  }

  private static void storeMultiples(EdwardsElement element, long[] table, Addend addend) {
    Accumulator multiple = Accumulator.of(element);
    multiple.prepare(addend);
    addend.store(table, 0);
    for (int i = 1; i < SecretDigits.HALF; i++) {
      multiple.add(addend);
      Addend next = new Addend();
      multiple.prepare(next);
      next.store(table, i);
    }
  }

  /** The multiples 1 to 8 of 16^i times the element, for every digit i, for {@link #timesFixed}. */
  static long[] fixedTable(EdwardsElement element) {
    EdwardsElement[] points = new EdwardsElement[SecretDigits.COUNT * SecretDigits.HALF];
    EdwardsElement unit = element;
    for (int i = 0; i < SecretDigits.COUNT; i++) {
      EdwardsElement multiple = unit;
      for (int j = 0; j < SecretDigits.HALF; j++) {
        points[i * SecretDigits.HALF + j] = multiple;
        multiple = multiple.plus(unit);
      }
      EdwardsElement eightfold = points[i * SecretDigits.HALF + SecretDigits.HALF - 1];
      unit = eightfold.plus(eightfold);
    }
    return AffineTable.of(points);
  }

  /** Multiplies the element of a {@link #fixedTable}. */
  static EdwardsElement timesFixed(long[] table, EdwardsSecret secret) {
    byte[] digits = SecretDigits.of(secret);
    Addend addend = new Addend();
    Accumulator sum = new Accumulator();
    for (int i = 0; i < SecretDigits.COUNT; i++) {
      addend.selectAffine(table, i * SecretDigits.HALF, digits[i]);
      sum.addAffine(addend);
    }
    Arrays.fill(digits, (byte) 0);
    return sum.toElement();
  }
}
