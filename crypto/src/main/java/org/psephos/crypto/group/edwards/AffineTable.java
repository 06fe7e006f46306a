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
      EdwardsElement point = points[i];
      if (point.isAffine()) {
        addend.set(point.x(), point.y(), Curve.ONE, point.t());
      } else {
        x.multiply(point.x(), inverses[i]);
        y.multiply(point.y(), inverses[i]);
        t.multiply(x, y);
        addend.set(x, y, Curve.ONE, t);
      }
      addend.storeAffine(table, i);
    }
    return table;
  }

  /** 1/Z of each point, by Montgomery's trick; Z is never 0. */
  static FieldElement[] inversesOfZ(EdwardsElement[] points) {
    FieldElement[] inverses = new FieldElement[points.length];
    FieldElement product = Curve.ONE.copy();
    for (int i = 0; i < points.length; i++) {
      if (points[i].isAffine()) {
        inverses[i] = Curve.ONE;
      } else {
        inverses[i] = product.copy();
        product.multiply(product, points[i].z());
      }
    }
    FieldElement inverse = product.sameAs(Curve.ONE) ? product : FieldPower.invert(product);
    for (int i = points.length - 1; i >= 0; i--) {
      if (!points[i].isAffine()) {
        inverses[i].multiply(inverses[i], inverse);
        inverse.multiply(inverse, points[i].z());
      }
    }
    return inverses;
  }
}
