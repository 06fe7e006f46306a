package org.psephos.crypto.group.edwards;

/** The fixed powers in the field of edwards25519: inverses and square roots. Fixed sequences. */
final class FieldPower {

  /** A square root of −1: 2 is no square, so 2^((p−1)/4) is one. */
  static final FieldElement ROOT_OF_MINUS_ONE = quarterPower(FieldElement.of(2));

  private FieldPower() {}

  /** a^(p−2): the inverse of a, and 0 for 0. p − 2 = 2^5·(2^250 − 1) + 11. */
  static FieldElement invert(FieldElement a) {
    FieldElement result = powerOf250Ones(a);
    result.squareTimes(result, 5);
    FieldElement eleventh = new FieldElement();
    eleventh.squareTimes(a, 2);
    eleventh.multiply(eleventh, a);
    eleventh.square(eleventh);
    eleventh.multiply(eleventh, a);
    result.multiply(result, eleventh);
    return result;
  }

  /** a^((p−1)/4), a fourth root of unity. (p − 1)/4 = 2^3·(2^250 − 1) + 3. */
  static FieldElement quarterPower(FieldElement a) {
    FieldElement result = powerOf250Ones(a);
    result.squareTimes(result, 3);
    FieldElement cube = new FieldElement();
    cube.square(a);
    cube.multiply(cube, a);
    result.multiply(result, cube);
    return result;
  }

  /**
   * A number r with r² = i^k·u/v for one k of 0, 1, 2, 3, where i is {@link #ROOT_OF_MINUS_ONE}: r
   * = u·v³·(u·v^7)^((p−5)/8). It is 0 if u or v is 0.
   */
  static FieldElement nearRoot(FieldElement u, FieldElement v) {
    FieldElement v3 = new FieldElement();
    v3.square(v);
    v3.multiply(v3, v);
    FieldElement uv3 = new FieldElement();
    uv3.multiply(u, v3);
    v3.square(v3);
    v3.multiply(v3, v);
    FieldElement uv7 = new FieldElement();
    uv7.multiply(u, v3);
    FieldElement result = powerOf250Ones(uv7);
    result.squareTimes(result, 2);
    result.multiply(result, uv7);
    result.multiply(result, uv3);
    return result;
  }

  /**
   * Finds a square root of u/v for v ≠ 0.
   *
   * @return the root, or null if u/v is no square
   */
  static FieldElement rootOfRatio(FieldElement u, FieldElement v) {
    FieldElement root = nearRoot(u, v);
    FieldElement image = new FieldElement();
    image.square(root);
    image.multiply(image, v);
    if (image.sameAs(u)) {
      return root;
    }
    image.add(image, u);
    if (image.isZero()) {
      root.multiply(root, ROOT_OF_MINUS_ONE);
      return root;
    }
    return null;
  }

  /** a^(2^250 − 1). */
  private static FieldElement powerOf250Ones(FieldElement a) {
    FieldElement ones2 = lengthen(a, a, 1);
    FieldElement ones4 = lengthen(ones2, ones2, 2);
    FieldElement ones5 = lengthen(ones4, a, 1);
    FieldElement ones10 = lengthen(ones5, ones5, 5);
    FieldElement ones20 = lengthen(ones10, ones10, 10);
    FieldElement ones40 = lengthen(ones20, ones20, 20);
    FieldElement ones50 = lengthen(ones40, ones10, 10);
    FieldElement ones100 = lengthen(ones50, ones50, 50);
    FieldElement ones200 = lengthen(ones100, ones100, 100);
    return lengthen(ones200, ones50, 50);
  }

  /** Appends {@code tail}, whose exponent has so many bits, to the exponent of {@code head}. */
  private static FieldElement lengthen(FieldElement head, FieldElement tail, int bits) {
    FieldElement result = new FieldElement();
    result.squareTimes(head, bits);
    result.multiply(result, tail);
    return result;
  }
}
