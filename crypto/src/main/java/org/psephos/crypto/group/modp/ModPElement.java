package org.psephos.crypto.group.modp;

import java.math.BigInteger;
import java.util.Arrays;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/**
 * A number x with x^q = 1 mod p; whoever constructs one has checked that. Kept in Montgomery form
 * below p, so that equal numbers have equal limbs.
 */
final class ModPElement implements Element {

  private final ModPGroup group;
  private final long[] residue;

  /**
   * Kept once it is known, since few elements are subtracted and those often. A race is harmless.
   */
  private ModPElement negative;

  ModPElement(ModPGroup group, long[] residue) {
    this.group = group;
    this.residue = residue;
  }

  /** Not to be changed. */
  long[] residue() {
    return residue;
  }

  BigInteger value() {
    return Limbs.toBigInteger(group.field().leave(residue));
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public Element plus(Element other) {
    long[] product = new long[residue.length];
    group.field().multiply(product, residue, group.own(other).residue);
    return new ModPElement(group, group.field().normalize(product));
  }

  @Override
  public Element minus(Element other) {
    return plus(other.negate());
  }

  @Override
  public Element negate() {
    ModPElement known = negative;
    if (known == null) {
      known = group.element(value().modInverse(group.p()));
      negative = known;
    }
    return known;
  }

  /** BigInteger.modPow runs on code of the virtual machine that plain Java does not reach. */
  @Override
  public Element times(Scalar publicFactor) {
    return group.element(value().modPow(group.own(publicFactor).value(), group.p()));
  }

  @Override
  public Element timesSecret(SecretScalar secretFactor) {
    long[] factor = group.own(secretFactor).limbs();
    return new ModPElement(
        group, SecretPower.of(group.field(), residue, factor, group.orderBits()));
  }

  @Override
  public boolean isIdentity() {
    return equals(group.identity());
  }

  @Override
  public String encode() {
    return value().toString();
  }

  @Override
  public int compareTo(Element other) {
    return value().compareTo(group.own(other).value());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModPElement that
        && that.group == group
        && Arrays.equals(that.residue, residue);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(residue);
  }

  @Override
  public String toString() {
    return encode();
  }
}
