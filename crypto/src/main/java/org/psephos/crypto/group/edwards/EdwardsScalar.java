package org.psephos.crypto.group.edwards;

import java.math.BigInteger;
import java.util.Arrays;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;

/** A public number in [0, q). */
final class EdwardsScalar implements Scalar {

  private static final BigInteger ORDER =
      new BigInteger(1, ModOrder.toBytes(ModOrder.ofLong(-1))).add(BigInteger.ONE);

  private final long[] limbs;

  /** Takes over limbs that are reduced. */
  EdwardsScalar(long[] limbs) {
    this.limbs = limbs;
  }

  /**
   * The scalar as one of this group's.
   *
   * @throws IllegalArgumentException if it belongs to another group
   */
  static EdwardsScalar own(Scalar scalar) {
    if (scalar instanceof EdwardsScalar edwards) {
      return edwards;
    }
    throw new IllegalArgumentException("a scalar of " + scalar.group().name());
  }

  /** The limbs of {@link ModOrder}, not to be changed. */
  long[] limbs() {
    return limbs;
  }

  @Override
  public Group group() {
    return Ed25519Group.instance();
  }

  @Override
  public Scalar plus(Scalar other) {
    return new EdwardsScalar(ModOrder.add(limbs, own(other).limbs));
  }

  @Override
  public Scalar minus(Scalar other) {
    return new EdwardsScalar(ModOrder.subtract(limbs, own(other).limbs));
  }

  @Override
  public Scalar times(Scalar other) {
    return new EdwardsScalar(ModOrder.multiply(limbs, own(other).limbs));
  }

  @Override
  public Scalar negate() {
    return new EdwardsScalar(ModOrder.subtract(new long[ModOrder.LIMBS], limbs));
  }

  @Override
  public Scalar invert() {
    if (isZero()) {
      throw new ArithmeticException("zero has no inverse");
    }
    BigInteger value = new BigInteger(1, ModOrder.toBytes(limbs));
    return new EdwardsScalar(ModOrder.ofBytes(value.modInverse(ORDER).toByteArray()));
  }

  @Override
  public boolean isZero() {
    return ModOrder.isZero(limbs);
  }

  @Override
  public String encode() {
    return ScalarText.print(limbs);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EdwardsScalar scalar && Arrays.equals(limbs, scalar.limbs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(limbs);
  }

  @Override
  public String toString() {
    return encode();
  }
}
