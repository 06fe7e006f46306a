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

  /** The identity, as {@link #store} writes it. */
  private static final long[] IDENTITY = identity();

  private final FieldElement yPlusX = new FieldElement();
  private final FieldElement yMinusX = new FieldElement();
  private final FieldElement twiceDT = new FieldElement();
  private final FieldElement twiceZ = new FieldElement();

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
    loadIdentity();
    int size = magnitude(digit);
    for (int i = 0; i < SecretDigits.HALF; i++) {
      assert FieldOperation.SELECT.runs();
      long mask = equalityMask(size, i + 1);
      int offset = (first + i) * SIZE;
      yPlusX.select(table, offset, mask);
      yMinusX.select(table, offset + MINUS, mask);
      twiceDT.select(table, offset + PRODUCT, mask);
      twiceZ.select(table, offset + SCALE, mask);
    }
    negate(digit >> 31);
  }

  /** As {@link #select}, in a table of affine points. */
  void selectAffine(long[] table, int first, int digit) {
    loadIdentity();
    int size = magnitude(digit);
    for (int i = 0; i < SecretDigits.HALF; i++) {
      assert FieldOperation.SELECT.runs();
      long mask = equalityMask(size, i + 1);
      int offset = (first + i) * AFFINE_SIZE;
      yPlusX.select(table, offset, mask);
      yMinusX.select(table, offset + MINUS, mask);
      twiceDT.select(table, offset + PRODUCT, mask);
    }
    negate(digit >> 31);
  }

  private void loadIdentity() {
    load(IDENTITY, 0);
  }

  private void negate(long mask) {
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

  private static long[] identity() {
    Addend addend = new Addend();
    addend.set(Curve.ZERO, Curve.ONE, Curve.ONE, Curve.ZERO);
    long[] table = new long[SIZE];
    addend.store(table, 0);
    return table;
  }
}
