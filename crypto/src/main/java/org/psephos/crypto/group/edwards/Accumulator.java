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
  private final FieldElement a;
  private final FieldElement b;
  private final FieldElement c;
  private final FieldElement d;

  /** The identity. */
  Accumulator() {
    this(new FieldElement(), new FieldElement(), new FieldElement(), new FieldElement());
  }

  private Accumulator(FieldElement a, FieldElement b, FieldElement c, FieldElement d) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
    y.set(Curve.ONE);
    z.set(Curve.ONE);
  }

  /** An identity that keeps its intermediate values in the same place, for the same thread. */
  Accumulator sibling() {
    return new Accumulator(a, b, c, d);
  }

  static Accumulator of(EdwardsElement element) {
    Accumulator result = new Accumulator();
    result.set(element);
    return result;
  }

  void set(EdwardsElement element) {
    x.set(element.x());
    y.set(element.y());
    z.set(element.z());
    t1.set(element.t());
    t2.set(Curve.ONE);
  }

  /** Becomes the affine point (x, y): (4x : 4y : 4) with T = 4x·y, from 2x and 2y. */
  void setAffine(Addend addend) {
    t1.subtract(addend.yPlusX(), addend.yMinusX());
    t2.add(addend.yPlusX(), addend.yMinusX());
    x.add(t1, t1);
    x.carry();
    y.add(t2, t2);
    y.carry();
    z.set(Curve.FOUR);
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
