package org.psephos.crypto.group.modp;

import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** A base with its {@link Comb}: 0.6 MB. */
final class ModPFixedBase implements FixedBase {

  private final ModPGroup group;
  private final ModPElement element;
  private final Comb comb;

  ModPFixedBase(ModPGroup group, ModPElement element) {
    this.group = group;
    this.element = element;
    this.comb = new Comb(group.field(), element.residue(), group.orderBits());
  }

  @Override
  public Element element() {
    return element;
  }

  @Override
  public Element times(Scalar publicFactor) {
    return new ModPElement(group, comb.power(group.own(publicFactor).limbs()));
  }

  @Override
  public Element timesSecret(SecretScalar secretFactor) {
    return new ModPElement(group, comb.secretPower(group.own(secretFactor).limbs()));
  }

  @Override
  public Element timesPlus(Scalar factor, Element other, Scalar otherFactor) {
    return times(factor).plus(group.own(other).times(otherFactor));
  }
}
