package org.psephos.crypto.group;

/**
 * A secret number modulo the group order: a key, a nonce, the randomness of an encryption. It has
 * no text form and no equality; arithmetic on it runs a sequence of operations that does not depend
 * on its value. {@link #close} wipes it; using it afterwards throws {@link IllegalStateException}.
 *
 * <p>Not safe for use while another thread closes it.
 */
public interface SecretScalar extends AutoCloseable {

  Group group();

  SecretScalar plus(SecretScalar other);

  SecretScalar minus(SecretScalar other);

  SecretScalar times(SecretScalar other);

  SecretScalar times(Scalar publicFactor);

  SecretScalar negate();

  /**
   * Declares that this value may now be known by everyone, as a proof's response may. The one way
   * from secret to public, named so that every use is easy to find.
   */
  Scalar reveal();

  /**
   * The value as big-endian bytes, padded to the length of q, for writing into an encrypted key
   * file. The caller wipes the array.
   */
  byte[] exposeBytes();

  @Override
  void close();
}
