package org.psephos.crypto.group.edwards;

/**
 * A point prepared for being added: Y+X, Y−X, 2·Z and 2d·T, kept in tables of longs and loaded into
 * one mutable object. In tables of affine points Z is 1 and is left out.
 */
final class Addend {

  /** Longs per point in a table. */
  static final int SIZE = 4 * FieldElement.LIMBS;

  /** Longs per point in a table of affine points. */
  static final int AFFINE_SIZE = 3 * FieldElement.LIMBS;

  private static final int MINUS = FieldElement.LIMBS;
  private static final int PRODUCT = 2 * FieldElement.LIMBS;
  private static final int SCALE = 3 * FieldElement.LIMBS;

  private final FieldElement yPlusX = new FieldElement();
  private final FieldElement yMinusX = new FieldElement();
  private final FieldElement twiceDT = new FieldElement();
  private final FieldElement twiceZ = new FieldElement();
  private final long[] masks = new long[SecretDigits.HALF];

  FieldElement yPlusX() {
    return yPlusX;
  }

  FieldElement yMinusX() {
    return yMinusX;
  }

  FieldElement twiceDT() {
    return twiceDT;
  }

  FieldElement twiceZ() {
    return twiceZ;
  }

  /** Prepares the point with the extended coordinates x, y, z, t = x·y/z. */
  void set(FieldElement x, FieldElement y, FieldElement z, FieldElement t) {
    yPlusX.add(y, x);
    yMinusX.subtract(y, x);
    twiceZ.add(z, z);
    twiceDT.multiply(t, Curve.TWICE_D);
  }

  void store(long[] table, int index) {
    int offset = index * SIZE;
    yPlusX.store(table, offset);
    yMinusX.store(table, offset + MINUS);
    twiceDT.store(table, offset + PRODUCT);
    twiceZ.store(table, offset + SCALE);
  }

  void storeAffine(long[] table, int index) {
    int offset = index * AFFINE_SIZE;
    yPlusX.store(table, offset);
    yMinusX.store(table, offset + MINUS);
    twiceDT.store(table, offset + PRODUCT);
  }

  void load(long[] table, int index) {
    int offset = index * SIZE;
    yPlusX.load(table, offset);
    yMinusX.load(table, offset + MINUS);
    twiceDT.load(table, offset + PRODUCT);
    twiceZ.load(table, offset + SCALE);
  }

  void loadAffine(long[] table, int index) {
    int offset = index * AFFINE_SIZE;
    yPlusX.load(table, offset);
    yMinusX.load(table, offset + MINUS);
    twiceDT.load(table, offset + PRODUCT);
  }

  /**
   * Loads the secret multiple {@code digit} in [−8, 8] from a table of the multiples 1 to 8 that
   * begins at {@code first}, reading all of it whatever the digit is.
   */
  void select(long[] table, int first, int digit) {
    long isZero = selectCommon(table, first * SIZE, SIZE, digit);
    twiceZ.select(table, first * SIZE + SCALE, SIZE, masks);
    twiceZ.addSmall(2, isZero);
  }

  /** As {@link #select}, in a table of affine points. */
  void selectAffine(long[] table, int first, int digit) {
    selectCommon(table, first * AFFINE_SIZE, AFFINE_SIZE, digit);
  }

  /** Leaves the masks of the multiples behind and returns that of zero. */
  private long selectCommon(long[] table, int offset, int size, int digit) {
    int magnitude = magnitude(digit);
    for (int i = 0; i < SecretDigits.HALF; i++) {
      masks[i] = equalityMask(magnitude, i + 1);
    }
    yPlusX.select(table, offset, size, masks);
    yMinusX.select(table, offset + MINUS, size, masks);
    twiceDT.select(table, offset + PRODUCT, size, masks);
    long isZero = equalityMask(magnitude, 0);
    yPlusX.addSmall(1, isZero);
    yMinusX.addSmall(1, isZero);
    negate(digit >> 31);
    return isZero;
  }

  /** Becomes its negative where the mask is −1. */
  void negate(long mask) {
    yPlusX.swap(yMinusX, mask);
    twiceDT.negate(mask);
  }

  private static int magnitude(int digit) {
    int sign = digit >> 31;
    return (digit ^ sign) - sign;
  }

  /** −1 if the two small numbers ≥ 0 are equal, else 0. */
  private static long equalityMask(int a, int b) {
    return ((long) (a ^ b) - 1) >> 63;
  }
}
