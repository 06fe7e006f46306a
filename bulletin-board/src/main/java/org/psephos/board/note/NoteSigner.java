package org.psephos.board.note;

import java.util.List;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.signature.SigningKey;

/**
 * A log's signing key under its name. Ed25519 is deterministic: the same checkpoint gets the same
 * signature. It signs whatever it is given; not to sign two inconsistent checkpoints is the
 * caller's duty. {@link #close} wipes the key. Safe for use by many threads until one closes it.
 */
public final class NoteSigner implements AutoCloseable {

  private final VerifierKey key;
  private final SigningKey secret;

  private NoteSigner(VerifierKey key, SigningKey secret) {
    this.key = key;
    this.secret = secret;
  }

  /**
   * Names a signing key, which from now on belongs to this signer.
   *
   * @param name the key's name; for a log, its origin
   */
  public static NoteSigner of(String name, SigningKey secret) {
    return new NoteSigner(VerifierKey.of(name, KeyType.ED25519, secret.verifyingKey()), secret);
  }

  /** The public half, as it is published. */
  public VerifierKey key() {
    return key;
  }

  /** Signs a checkpoint of the log that this key is named for. */
  public SignedCheckpoint sign(Checkpoint checkpoint) {
    if (!checkpoint.origin().equals(key.name())) {
      throw new IllegalArgumentException("the key of " + key.name() + " signs for its own log");
    }
    return new SignedCheckpoint(checkpoint, sign(checkpoint.text()));
  }

  /** Signs a text that ends in a line end. */
  public SignedNote sign(String text) {
    byte[] signature = secret.sign(Utf8.encode(text)).toByteArray();
    return new SignedNote(text, List.of(NoteSignature.of(key, signature)));
  }

  @Override
  public void close() {
    secret.close();
  }

  /** Names the key; never shows the secret. */
  @Override
  public String toString() {
    return "NoteSigner[" + key + "]";
  }
}
