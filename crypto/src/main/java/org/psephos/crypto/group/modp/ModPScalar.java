package org.psephos.crypto.group.modp;

import java.math.BigInteger;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;

/** A public number in [0, q). */
final class ModPScalar implements Scalar {

  private final ModPGroup group;
  private final BigInteger value;

  ModPScalar(ModPGroup group, BigInteger value) {
    this.group = group;
    this.value = value;
  }

  BigInteger value() {
    return value;
  }

  long[] limbs() {
    return Limbs.of(value, group.order().count());
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public Scalar plus(Scalar other) {
    return of(value.add(group.own(other).value));
  }

  @Override
  public Scalar minus(Scalar other) {
    return of(value.subtract(group.own(other).value));
  }

  @Override
  public Scalar times(Scalar other) {
    return of(value.multiply(group.own(other).value));
  }

  @Override
  public Scalar negate() {
    return of(value.negate());
  }

  @Override
  public Scalar invert() {
    if (isZero()) {
      throw new ArithmeticException("zero has no inverse");
    }
    return new ModPScalar(group, value.modInverse(group.q()));
  }

  private Scalar of(BigInteger number) {
    return new ModPScalar(group, number.mod(group.q()));
  }

  @Override
  public boolean isZero() {
    return value.signum() == 0;
  }

  @Override
  public String encode() {
    return value.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModPScalar that && that.group == group && that.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return encode();
  }
}
