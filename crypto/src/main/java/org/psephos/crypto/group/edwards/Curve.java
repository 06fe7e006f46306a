package org.psephos.crypto.group.edwards;

/** The constants of edwards25519, −x² + y² = 1 + d·x²·y², derived as RFC 8032 defines them. */
final class Curve {

  static final FieldElement ZERO = new FieldElement();
  static final FieldElement ONE = FieldElement.of(1);
  static final FieldElement FOUR = FieldElement.of(4);

  /** d = −121665/121666. */
  static final FieldElement D = quotient(-121665, 121666);

  /** 2·d. */
  static final FieldElement TWICE_D = quotient(-2 * 121665, 121666);

  private Curve() {}

  private static FieldElement quotient(int numerator, int denominator) {
    FieldElement result = FieldPower.invert(FieldElement.of(denominator));
    result.multiply(result, FieldElement.of(numerator));
    return result;
  }
}
