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

  /** Becomes its negative where the mask is −1. */
  void negate(long mask) {
    yPlusX.swap(yMinusX, mask);
    twiceDT.negate(mask);
  }
}
