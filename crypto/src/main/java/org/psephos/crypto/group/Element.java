package org.psephos.crypto.group;

/**
 * A member of the prime-order subgroup of a {@link Group}. Immutable; equality is equality of group
 * and value. The natural order is the order in which version 1 sorts elements (protocol §2).
 */
public interface Element extends Comparable<Element> {

  Group group();

  Element plus(Element other);

  Element minus(Element other);

  Element negate();

  /** Multiplies by a public factor in variable time. Never pass a value that must stay secret. */
  Element times(Scalar publicFactor);

  /** Multiplies by a secret factor with a fixed sequence of operations. */
  Element timesSecret(SecretScalar secretFactor);

  boolean isIdentity();

  /** The canonical version 1 text. */
  String encode();
}
