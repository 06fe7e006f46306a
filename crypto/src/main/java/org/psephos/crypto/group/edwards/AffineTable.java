package org.psephos.crypto.group.edwards;

/** Points brought to Z = 1, many with one inversion. */
final class AffineTable {

  private AffineTable() {}

  /** The points in the form of {@link Addend#storeAffine}. */
  static long[] of(EdwardsElement[] points) {
    FieldElement[] inverses = inversesOfZ(points);
    long[] table = new long[points.length * Addend.AFFINE_SIZE];
    Addend addend = new Addend();
    FieldElement x = new FieldElement();
    FieldElement y = new FieldElement();
    FieldElement t = new FieldElement();
    for (int i = 0; i < points.length; i++) {
      x.multiply(points[i].x(), inverses[i]);
      y.multiply(points[i].y(), inverses[i]);
      t.multiply(x, y);
      addend.set(x, y, Curve.ONE, t);
      addend.storeAffine(table, i);
    }
    return table;
  }

  /** 1/Z of each point, by Montgomery's trick; Z is never 0. */
  static FieldElement[] inversesOfZ(EdwardsElement[] points) {
    FieldElement[] inverses = new FieldElement[points.length];
    FieldElement product = FieldElement.of(1);
    for (int i = 0; i < points.length; i++) {
      inverses[i] = product.copy();
      product.multiply(product, points[i].z());
    }
    if (points.length == 0) {
      return inverses;
    }
    FieldElement inverse = FieldPower.invert(product);
    for (int i = points.length - 1; i >= 0; i--) {
      inverses[i].multiply(inverses[i], inverse);
      inverse.multiply(inverse, points[i].z());
    }
    return inverses;
  }
}
