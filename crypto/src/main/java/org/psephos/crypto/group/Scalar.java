package org.psephos.crypto.group;

/**
 * A public number modulo the group order. Immutable; operations may take variable time, so secrets
 * are never of this type but of {@link SecretScalar}.
 */
public interface Scalar {

  Group group();

  Scalar plus(Scalar other);

  Scalar minus(Scalar other);

  Scalar times(Scalar other);

  Scalar negate();

  /**
   * The multiplicative inverse mod q.
   *
   * @throws ArithmeticException for zero
   */
  Scalar invert();

  boolean isZero();

  /** Canonical decimal: ASCII digits, no sign, no leading zero. */
  String encode();
}
