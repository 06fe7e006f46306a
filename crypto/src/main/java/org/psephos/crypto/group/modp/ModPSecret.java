package org.psephos.crypto.group.modp;

import java.math.BigInteger;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** A secret number in [0, q). */
final class ModPSecret implements SecretScalar {

  private final ModPGroup group;
  private BigInteger value;

  ModPSecret(ModPGroup group, BigInteger value) {
    this.group = group;
    this.value = value;
  }

  BigInteger value() {
    if (value == null) {
      throw new IllegalStateException("this secret is closed");
    }
    return value;
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public SecretScalar plus(SecretScalar other) {
    return of(value().add(group.own(other).value()));
  }

  @Override
  public SecretScalar minus(SecretScalar other) {
    return of(value().subtract(group.own(other).value()));
  }

  @Override
  public SecretScalar times(SecretScalar other) {
    return of(value().multiply(group.own(other).value()));
  }

  @Override
  public SecretScalar times(Scalar publicFactor) {
    return of(value().multiply(group.own(publicFactor).value()));
  }

  @Override
  public SecretScalar negate() {
    return of(value().negate());
  }

  private SecretScalar of(BigInteger number) {
    return new ModPSecret(group, number.mod(group.q()));
  }

  @Override
  public Scalar reveal() {
    return new ModPScalar(group, value());
  }

  @Override
  public byte[] exposeBytes() {
    byte[] padded = new byte[(group.orderBits() + 7) / 8];
    byte[] digits = value().toByteArray();
    int length = Math.min(digits.length, padded.length);
    System.arraycopy(digits, digits.length - length, padded, padded.length - length, length);
    return padded;
  }

  @Override
  public void close() {
    value = null;
  }
}
