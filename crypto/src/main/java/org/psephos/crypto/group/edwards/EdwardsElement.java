package org.psephos.crypto.group.edwards;

import java.util.List;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/**
 * A point in extended coordinates (X : Y : Z : T), x = X/Z, y = Y/Z, T = X·Y/Z, that never change.
 * Whoever makes one vouches that it is on the curve; only {@link SubgroupCheck} vouches for more.
 */
final class EdwardsElement implements Element {

  static final EdwardsElement IDENTITY =
      new EdwardsElement(Curve.ZERO, Curve.ONE, Curve.ONE, Curve.ZERO);

  private final FieldElement x;
  private final FieldElement y;
  private final FieldElement z;
  private final FieldElement t;

  /** The text once it was asked for; every thread that makes it makes the same. */
  private String text;

  /** Takes over the coordinates. */
  EdwardsElement(FieldElement x, FieldElement y, FieldElement z, FieldElement t) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.t = t;
  }

  /** Takes over the coordinates and the text that belongs to them. */
  EdwardsElement(FieldElement x, FieldElement y, FieldElement z, FieldElement t, String text) {
    this(x, y, z, t);
    this.text = text;
  }

  /**
   * The element as one of this group's.
   *
   * @throws IllegalArgumentException if it belongs to another group
   */
  static EdwardsElement own(Element element) {
    if (element instanceof EdwardsElement edwards) {
      return edwards;
    }
    throw new IllegalArgumentException("an element of " + element.group().name());
  }

  FieldElement x() {
    return x;
  }

  FieldElement y() {
    return y;
  }

  FieldElement z() {
    return z;
  }

  FieldElement t() {
    return t;
  }

  /** Whether Z is known to be 1. */
  boolean isAffine() {
    return z == Curve.ONE;
  }

  @Override
  public Group group() {
    return Ed25519Group.instance();
  }

  @Override
  public EdwardsElement plus(Element other) {
    Accumulator sum = Accumulator.of(this);
    sum.add(own(other).prepared());
    return sum.toElement();
  }

  @Override
  public EdwardsElement minus(Element other) {
    Accumulator difference = Accumulator.of(this);
    difference.subtract(own(other).prepared());
    return difference.toElement();
  }

  private Addend prepared() {
    Addend addend = new Addend();
    addend.set(x, y, z, t);
    return addend;
  }

  @Override
  public EdwardsElement negate() {
    return new EdwardsElement(negative(x), y, z, negative(t));
  }

  private static FieldElement negative(FieldElement a) {
    FieldElement result = new FieldElement();
    result.subtract(Curve.ZERO, a);
    return result;
  }

  @Override
  public Element times(Scalar publicFactor) {
    return PublicMultiplication.times(this, EdwardsScalar.own(publicFactor));
  }

  @Override
  public Element timesSecret(SecretScalar secretFactor) {
    return SecretMultiplication.times(this, EdwardsSecret.own(secretFactor));
  }

  @Override
  public boolean isIdentity() {
    return x.isZero() && y.sameAs(z);
  }

  @Override
  public String encode() {
    String known = text;
    if (known == null) {
      known = remember(isAffine() ? Curve.ONE : FieldPower.invert(z));
    }
    return known;
  }

  /** Makes the texts of those elements that have none yet, with one inversion for all. */
  static void encodeAll(List<Element> elements) {
    EdwardsElement[] points =
        elements.stream()
            .map(EdwardsElement::own)
            .filter(element -> element.text == null)
            .toArray(EdwardsElement[]::new);
    FieldElement[] inverses = AffineTable.inversesOfZ(points);
    for (int i = 0; i < points.length; i++) {
      points[i].remember(inverses[i]);
    }
  }

  private String remember(FieldElement inverseOfZ) {
    FieldElement affineX = new FieldElement();
    affineX.multiply(x, inverseOfZ);
    FieldElement affineY = new FieldElement();
    affineY.multiply(y, inverseOfZ);
    String made = PointText.write(affineX, affineY);
    text = made;
    return made;
  }

  /** Lexicographic on the 32 little-endian bytes: from the last pair of digits to the first. */
  @Override
  public int compareTo(Element other) {
    String mine = encode();
    String theirs = own(other).encode();
    for (int i = PointText.LENGTH - 2; i >= 0; i -= 2) {
      int high = mine.charAt(i) - theirs.charAt(i);
      int order = high != 0 ? high : mine.charAt(i + 1) - theirs.charAt(i + 1);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EdwardsElement point
        && sameRatio(x, z, point.x, point.z)
        && sameRatio(y, z, point.y, point.z);
  }

  private static boolean sameRatio(FieldElement a, FieldElement b, FieldElement c, FieldElement d) {
    FieldElement left = new FieldElement();
    left.multiply(a, d);
    FieldElement right = new FieldElement();
    right.multiply(c, b);
    return left.sameAs(right);
  }

  @Override
  public int hashCode() {
    return encode().hashCode();
  }

  @Override
  public String toString() {
    return encode();
  }
}
