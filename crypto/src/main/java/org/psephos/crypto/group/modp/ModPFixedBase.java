package org.psephos.crypto.group.modp;

import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** A base whose powers are wanted often. */
final class ModPFixedBase implements FixedBase {

  private final ModPElement element;

  ModPFixedBase(ModPElement element) {
    this.element = element;
  }

  @Override
  public Element element() {
    return element;
  }

  @Override
  public Element times(Scalar publicFactor) {
    return element.times(publicFactor);
  }

  @Override
  public Element timesSecret(SecretScalar secretFactor) {
    return element.timesSecret(secretFactor);
  }

  @Override
  public Element timesPlus(Scalar factor, Element other, Scalar otherFactor) {
    return times(factor).plus(other.times(otherFactor));
  }
}
