package org.psephos.crypto.group.edwards;

/**
 * Rows of the multiples 1 to 8 of points, from which secret digits choose: a choice reads its whole
 * row, in the same order whatever the digit is.
 *
 * <p>Limb by limb: the eight multiples' first limbs of Y+X stand side by side, then their second
 * limbs, and so on through Y−X, 2d·T and, unless the points are affine, 2·Z.
 */
final class ScannedTable {

  private static final int MULTIPLES = SecretDigits.HALF;
  private static final int PART = MULTIPLES * FieldElement.LIMBS;

  private final int parts;
  private final long[] table;

  private ScannedTable(int parts, int rows) {
    this.parts = parts;
    this.table = new long[rows * parts * PART];
  }

  /** One row with the multiples of one point, quickly made for one use. */
  static ScannedTable once(EdwardsElement element) {
    ScannedTable result = new ScannedTable(Addend.SIZE / FieldElement.LIMBS, 1);
    long[] stored = new long[Addend.SIZE];
    Addend unit = new Addend();
    Addend addend = new Addend();
    Accumulator multiple = Accumulator.of(element);
    multiple.prepare(unit);
    unit.store(stored, 0);
    result.spread(stored, 0, 0, 0);
    for (int i = 1; i < MULTIPLES; i++) {
      multiple.add(unit);
      multiple.prepare(addend);
      addend.store(stored, 0);
      result.spread(stored, 0, 0, i);
    }
    return result;
  }

  /** A row for each digit of a scalar: the multiples of 16^i times the element, made affine. */
  static ScannedTable often(EdwardsElement element) {
    EdwardsElement[] points = new EdwardsElement[SecretDigits.COUNT * MULTIPLES];
    EdwardsElement unit = element;
    for (int row = 0; row < SecretDigits.COUNT; row++) {
      EdwardsElement multiple = unit;
      for (int i = 0; i < MULTIPLES; i++) {
        points[row * MULTIPLES + i] = multiple;
        multiple = multiple.plus(unit);
      }
      EdwardsElement eightfold = points[row * MULTIPLES + MULTIPLES - 1];
      unit = eightfold.plus(eightfold);
    }
    long[] stored = AffineTable.of(points);
    ScannedTable result =
        new ScannedTable(Addend.AFFINE_SIZE / FieldElement.LIMBS, SecretDigits.COUNT);
    for (int i = 0; i < points.length; i++) {
      result.spread(stored, i * Addend.AFFINE_SIZE, i / MULTIPLES, i % MULTIPLES);
    }
    return result;
  }

  private void spread(long[] stored, int from, int row, int multiple) {
    int limbs = parts * FieldElement.LIMBS;
    int to = row * parts * PART + multiple;
    for (int i = 0; i < limbs; i++) {
      table[to + i * MULTIPLES] = stored[from + i];
    }
  }

  /** Sets the addend to the multiple by a secret digit in [−8, 8]. */
  void choose(int row, int digit, Addend addend, long[] masks) {
    int sign = digit >> 31;
    int magnitude = (digit ^ sign) - sign;
    for (int i = 0; i < MULTIPLES; i++) {
      masks[i] = equalityMask(magnitude, i + 1);
    }
    long isZero = equalityMask(magnitude, 0);
    int at = row * parts * PART;
    addend.yPlusX().choose(table, at, masks);
    addend.yPlusX().addSmall(1, isZero);
    addend.yMinusX().choose(table, at + PART, masks);
    addend.yMinusX().addSmall(1, isZero);
    addend.twiceDT().choose(table, at + 2 * PART, masks);
    if (parts * FieldElement.LIMBS == Addend.SIZE) {
      addend.twiceZ().choose(table, at + 3 * PART, masks);
      addend.twiceZ().addSmall(2, isZero);
    }
    addend.negate(sign);
  }

  /** −1 if the two small numbers ≥ 0 are equal, else 0. */
  private static long equalityMask(int a, int b) {
    return ((long) (a ^ b) - 1) >> 63;
  }
}
