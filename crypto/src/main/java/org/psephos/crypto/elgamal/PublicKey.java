package org.psephos.crypto.elgamal;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;

/**
 * A key y = x·g to which numbers are encrypted, with its precomputed tables. Never the identity.
 * Immutable and safe for use by many threads; two keys are equal if their elements are.
 */
public final class PublicKey {

  private final FixedBase base;

  private PublicKey(FixedBase base) {
    this.base = base;
  }

  /**
   * Takes an element that is known not to be the identity.
   *
   * @throws IllegalArgumentException for the identity
   */
  public static PublicKey of(Element element) {
    if (element.isIdentity()) {
      throw new IllegalArgumentException("a public key is not the identity");
    }
    return new PublicKey(element.group().fixedBase(element));
  }

  /**
   * Reads a key from its version 1 text.
   *
   * @throws DecodingException if it is not the canonical text of a member, or the identity
   */
  public static PublicKey decode(String text, Group group) throws DecodingException {
    return of(decodeElement(text, group));
  }

  /**
   * Reads an element that serves as a key, without making tables for it.
   *
   * @throws DecodingException if it is not the canonical text of a member, or the identity
   */
  public static Element decodeElement(String text, Group group) throws DecodingException {
    Element element = group.decode(text);
    if (element.isIdentity()) {
      throw new DecodingException(
          DecodingException.Reason.NOT_IN_GROUP, "", "a key", "the identity");
    }
    return element;
  }

  public Group group() {
    return base.element().group();
  }

  public Element element() {
    return base.element();
  }

  public FixedBase base() {
    return base;
  }

  public String encode() {
    return base.element().encode();
  }

  /**
   * Encrypts a number with the given randomness, which the caller draws uniformly, uses for this
   * ciphertext and its proofs only, and closes. The work does not depend on either secret.
   */
  public Ciphertext encrypt(SecretScalar number, SecretScalar randomness) {
    FixedBase generator = group().generatorBase();
    Element mask = base.timesSecret(randomness);
    return new Ciphertext(
        generator.timesSecret(randomness), mask.plus(generator.timesSecret(number)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicKey key && element().equals(key.element());
  }

  @Override
  public int hashCode() {
    return element().hashCode();
  }

  @Override
  public String toString() {
    return encode();
  }
}
