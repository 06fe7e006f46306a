package org.psephos.crypto.trustee;

import java.security.SecureRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.proof.Schnorr;

/**
 * A trustee's secret x with its public key y = x·g. {@link #close} wipes the secret. Made afresh
 * for every election: a key used twice lets one election's trustees open the other.
 */
public final class TrusteeKeyPair implements AutoCloseable {

  private final SecretScalar secret;
  private final Element publicKey;

  private TrusteeKeyPair(SecretScalar secret) {
    this.secret = secret;
    this.publicKey = secret.group().generatorBase().timesSecret(secret);
  }

  /** A fresh, uniformly random key; never zero. */
  public static TrusteeKeyPair generate(Group group, SecureRandom random) {
    TrusteeKeyPair pair = new TrusteeKeyPair(group.randomSecret(random));
    while (pair.publicKey.isIdentity()) {
      pair.close();
      pair = new TrusteeKeyPair(group.randomSecret(random));
    }
    return pair;
  }

  /**
   * Takes back a secret, for example from an opened key file. The caller compares {@link
   * #publicKey} with the key that it expects.
   *
   * @param secret the bytes that {@link #exposeSecret} gave; the caller keeps and wipes them
   */
  public static TrusteeKeyPair restore(Group group, byte[] secret) {
    return new TrusteeKeyPair(group.reduceSecret(secret));
  }

  public Group group() {
    return publicKey.group();
  }

  public Element publicKey() {
    return publicKey;
  }

  /** The secret itself, for proofs and decryption; it stays owned by this pair. */
  public SecretScalar secret() {
    return secret;
  }

  /** The public key with a fresh proof of knowledge, as a Single trustee publishes it. */
  public TrusteeKey prove(SecureRandom random) {
    return new TrusteeKey(
        publicKey, Schnorr.prove(TrusteeKey.pokPrefix(publicKey), secret, random));
  }

  /** The secret as bytes, for writing into an encrypted key file. The caller wipes them. */
  public byte[] exposeSecret() {
    return secret.exposeBytes();
  }

  @Override
  public void close() {
    secret.close();
  }
}
