package org.psephos.crypto.group.edwards;

/**
 * Whether a point of the curve lies in the subgroup of prime order: three powers in the field
 * instead of a multiplication by q. {@code docs/adr/0012-subgroup-check.md} has the proof in full.
 *
 * <p>The group E of all points is cyclic of order 8·q, so the subgroup is 8·E. On the Montgomery
 * form v² = u³ + A·u² + u, with u = (1 + y)/(1 − y) and v = c·u/x, c² = −(A + 2):
 *
 * <ol>
 *   <li>P is in 2·E if and only if u is a square, s² (Tate pairing with the point of order 2).
 *   <li>Then P = 2·Q for a point with u(Q) + 1/u(Q) = w, v(Q)/u(Q) = r, where w = 2·(u ± c·s/x) and
 *       r² = w + A: exactly one sign leaves r² a square, as their product is A² − 4, no square. The
 *       other half of P differs from Q by a point of 4·E, so it does not matter which is found.
 *   <li>Q is in 4·E, and P in 8·E, if and only if the Tate pairing of Q with the point (1, λ) of
 *       order 4, λ² = A + 2, is 1: it is (u(Q)·(r − λ)²)^((p−1)/4).
 * </ol>
 */
final class SubgroupCheck {

  private static final FieldElement A = FieldElement.of(486662);
  private static final FieldElement LAMBDA =
      FieldPower.rootOfRatio(FieldElement.of(486664), Curve.ONE);
  private static final FieldElement C = FieldPower.rootOfRatio(FieldElement.of(-486664), Curve.ONE);

  /** M² = i·(A² − 4), a square because neither factor is one. */
  private static final FieldElement M = rootOfTwistedProduct();

  private SubgroupCheck() {}

  /** The verdict on the affine point (x, y) of the curve. */
  static boolean passes(FieldElement x, FieldElement y) {
    if (x.isZero()) {
      return y.sameAs(Curve.ONE);
    }
    FieldElement above = new FieldElement();
    above.add(Curve.ONE, y);
    FieldElement below = new FieldElement();
    below.subtract(Curve.ONE, y);
    FieldElement s = FieldPower.rootOfRatio(above, below);
    return s != null && halfIsInFourfold(x, s);
  }

  private static boolean halfIsInFourfold(FieldElement x, FieldElement s) {
    FieldElement sx = product(s, x);
    FieldElement sum = new FieldElement();
    sum.add(sx, C);
    // x·(w + A) for the sign +.
    FieldElement numerator = product(s, sum);
    numerator.add(numerator, numerator);
    numerator.add(numerator, product(A, x));
    FieldElement root = FieldPower.nearRoot(numerator, x);
    FieldElement rootSquared = product(root, root);
    FieldElement image = product(rootSquared, x);
    if (image.sameAs(numerator)) {
      return pairingIsOne(new Half(x, s, sum, root, Curve.ONE));
    }
    if (isNegative(image, numerator)) {
      return pairingIsOne(new Half(x, s, sum, timesI(root), Curve.ONE));
    }
    // No square: the sign − it is, with r² = (A² − 4)/(w + A), so r = M/root or i·M/root.
    FieldElement difference = new FieldElement();
    difference.subtract(sx, C);
    FieldElement r = product(M, root);
    if (!image.sameAs(timesI(numerator))) {
      r = timesI(r);
    }
    return pairingIsOne(new Half(x, s, difference, r, rootSquared));
  }

  /**
   * The half Q of P: x and s of P, {@code term} = s·x ± c, and v(Q)/u(Q) = r/scale. Then u(Q) =
   * s·(term·scale + r·x)/(x·scale).
   */
  private record Half(
      FieldElement x, FieldElement s, FieldElement term, FieldElement r, FieldElement scale) {}

  /** Denominators are raised to fourth powers, which the pairing does not see. */
  private static boolean pairingIsOne(Half half) {
    FieldElement u = product(half.term, half.scale);
    u.add(u, product(half.r, half.x));
    u.multiply(u, half.s);
    FieldElement line = new FieldElement();
    line.subtract(half.r, product(LAMBDA, half.scale));
    FieldElement lineX = product(line, half.x);
    lineX.square(lineX);
    u.multiply(u, lineX);
    u.multiply(u, product(half.x, half.scale));
    return FieldPower.quarterPower(u).sameAs(Curve.ONE);
  }

  private static FieldElement product(FieldElement a, FieldElement b) {
    FieldElement result = new FieldElement();
    result.multiply(a, b);
    return result;
  }

  private static FieldElement timesI(FieldElement a) {
    return product(a, FieldPower.ROOT_OF_MINUS_ONE);
  }

  private static boolean isNegative(FieldElement a, FieldElement b) {
    FieldElement sum = new FieldElement();
    sum.add(a, b);
    return sum.isZero();
  }

  private static FieldElement rootOfTwistedProduct() {
    FieldElement product = product(A, A);
    product.subtract(product, FieldElement.of(4));
    return FieldPower.rootOfRatio(timesI(product), Curve.ONE);
  }
}
