package org.psephos.crypto.group.edwards;

/**
 * A point that grows: the mutable place in which multiplications double and add. Extended
 * coordinates (X : Y : Z), x = X/Z, y = Y/Z, with T = X·Y/Z kept as two factors, since doubling
 * needs none and addition can multiply them itself. The formulas are complete on the whole curve,
 * so no case is special (Hisil, Wong, Carter, Dawson 2008).
 */
final class Accumulator {

  private final FieldElement x = new FieldElement();
  private final FieldElement y = new FieldElement();
  private final FieldElement z = new FieldElement();
  private final FieldElement t1 = new FieldElement();
  private final FieldElement t2 = new FieldElement();
  private final FieldElement a = new FieldElement();
  private final FieldElement b = new FieldElement();
  private final FieldElement c = new FieldElement();
  private final FieldElement d = new FieldElement();

  /** The identity. */
  Accumulator() {
    y.set(Curve.ONE);
    z.set(Curve.ONE);
  }

  static Accumulator of(EdwardsElement element) {
    Accumulator result = new Accumulator();
    result.x.set(element.x());
    result.y.set(element.y());
    result.z.set(element.z());
    result.t1.set(element.t());
    result.t2.set(Curve.ONE);
    return result;
  }

  EdwardsElement toElement() {
    FieldElement t = new FieldElement();
    t.multiply(t1, t2);
    return new EdwardsElement(x.copy(), y.copy(), z.copy(), t);
  }

  /** Prepares this point for being added. */
  void prepare(Addend addend) {
    a.multiply(t1, t2);
    addend.set(x, y, z, a);
  }

  void twice() {
    a.square(x);
    b.square(y);
    c.square(z);
    d.add(x, y);
    d.square(d);
    t2.add(a, b);
    t1.subtract(t2, d);
    b.subtract(a, b);
    c.add(c, c);
    c.add(c, b);
    x.multiply(t1, c);
    y.multiply(b, t2);
    z.multiply(c, b);
  }

  void add(Addend addend) {
    d.multiply(z, addend.twiceZ());
    cross(addend.yMinusX(), addend.yPlusX(), addend.twiceDT());
    b.subtract(d, c);
    c.add(d, c);
    complete();
  }

  void subtract(Addend addend) {
    d.multiply(z, addend.twiceZ());
    cross(addend.yPlusX(), addend.yMinusX(), addend.twiceDT());
    b.add(d, c);
    c.subtract(d, c);
    complete();
  }

  void addAffine(Addend addend) {
    d.add(z, z);
    cross(addend.yMinusX(), addend.yPlusX(), addend.twiceDT());
    b.subtract(d, c);
    c.add(d, c);
    complete();
  }

  void subtractAffine(Addend addend) {
    d.add(z, z);
    cross(addend.yPlusX(), addend.yMinusX(), addend.twiceDT());
    b.add(d, c);
    c.subtract(d, c);
    complete();
  }

  /** Leaves the differences in t1 and t2 and the product with 2d·T in c. */
  private void cross(FieldElement forMinus, FieldElement forPlus, FieldElement forT) {
    c.multiply(t1, t2);
    c.multiply(c, forT);
    a.subtract(y, x);
    b.add(y, x);
    a.multiply(a, forMinus);
    b.multiply(b, forPlus);
    t1.subtract(b, a);
    t2.add(b, a);
  }

  /** From t1, t2 and the denominators in b and c to the coordinates. */
  private void complete() {
    x.multiply(t1, b);
    y.multiply(c, t2);
    z.multiply(b, c);
  }
}
