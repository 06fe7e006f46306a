package org.psephos.crypto.group;

/** An element with precomputed tables. Immutable and safe for use by many threads. */
public interface FixedBase {

  Element element();

  /** Multiplies by a public factor in variable time. Never pass a value that must stay secret. */
  Element times(Scalar publicFactor);

  /** Multiplies by a secret factor with a fixed sequence of operations and table look-ups. */
  Element timesSecret(SecretScalar secretFactor);

  /**
   * {@code factor·this + otherFactor·other}, the commitment that every verification recomputes;
   * public values only, variable time.
   */
  Element timesPlus(Scalar factor, Element other, Scalar otherFactor);
}
