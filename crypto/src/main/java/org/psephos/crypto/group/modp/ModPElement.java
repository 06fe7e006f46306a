package org.psephos.crypto.group.modp;

import java.math.BigInteger;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** A number x with x^q = 1 mod p; whoever constructs one has checked that. */
final class ModPElement implements Element {

  private final ModPGroup group;
  private final BigInteger value;

  ModPElement(ModPGroup group, BigInteger value) {
    this.group = group;
    this.value = value;
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public Element plus(Element other) {
    return of(value.multiply(group.own(other).value));
  }

  @Override
  public Element minus(Element other) {
    return plus(other.negate());
  }

  @Override
  public Element negate() {
    return of(value.modInverse(group.p()));
  }

  @Override
  public Element times(Scalar publicFactor) {
    return of(value.modPow(group.own(publicFactor).value(), group.p()));
  }

  @Override
  public Element timesSecret(SecretScalar secretFactor) {
    return of(value.modPow(group.own(secretFactor).value(), group.p()));
  }

  private ModPElement of(BigInteger product) {
    return new ModPElement(group, product.mod(group.p()));
  }

  @Override
  public boolean isIdentity() {
    return value.equals(BigInteger.ONE);
  }

  @Override
  public String encode() {
    return value.toString();
  }

  @Override
  public int compareTo(Element other) {
    return value.compareTo(group.own(other).value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModPElement that && that.group == group && that.value.equals(value);
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
