package org.psephos.crypto.credential;

import java.security.SecureRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.proof.Schnorr;

/**
 * A voter's key pair in one election. The secret half never leaves this object; {@link #close}
 * wipes it.
 */
public final class CredentialKey implements AutoCloseable {

  private final SecretScalar secret;
  private final Element credential;

  private CredentialKey(SecretScalar secret, Element credential) {
    this.secret = secret;
    this.credential = credential;
  }

  /**
   * Takes charge of a secret key.
   *
   * @throws IllegalArgumentException for the key 0, which no code has in practice
   */
  public static CredentialKey of(SecretScalar secret) {
    Element credential = secret.group().generatorBase().timesSecret(secret);
    if (credential.isIdentity()) {
      throw new IllegalArgumentException("a credential is not the identity");
    }
    return new CredentialKey(secret, credential);
  }

  /** The public credential, which stands on the list and in the voter's ballots. */
  public Element credential() {
    return credential;
  }

  public Group group() {
    return credential.group();
  }

  /** Signs with a Schnorr proof under the given prefix. */
  public Proof sign(String prefix, SecureRandom random) {
    return Schnorr.prove(prefix, secret, random);
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "key of " + credential.encode();
  }
}
