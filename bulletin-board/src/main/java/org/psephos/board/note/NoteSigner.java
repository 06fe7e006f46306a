package org.psephos.board.note;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.List;
import org.psephos.crypto.codec.Utf8;

/**
 * A log's signing key. Ed25519 is deterministic: the same checkpoint gets the same signature. It
 * signs whatever it is given; not to sign two inconsistent checkpoints is the caller's duty. Thread
 * safe.
 */
public final class NoteSigner {

  private final VerifierKey key;
  private final PrivateKey secret;

  private NoteSigner(VerifierKey key, PrivateKey secret) {
    this.key = key;
    this.secret = secret;
  }

  /**
   * The key of a seed.
   *
   * @param name the key's name; for a log, its origin
   * @param seed 32 secret bytes; not kept, the caller may wipe them
   */
  public static NoteSigner fromSeed(String name, byte[] seed) {
    KeyPair pair = Ed25519.keyPair(seed);
    byte[] publicKey = Ed25519.encode(pair.getPublic());
    return new NoteSigner(VerifierKey.of(name, KeyType.ED25519, publicKey), pair.getPrivate());
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
    NoteSignature line = NoteSignature.of(key, Ed25519.sign(secret, Utf8.encode(text)));
    return new SignedNote(text, List.of(line));
  }

  /** Names the key; never shows the secret. */
  @Override
  public String toString() {
    return "NoteSigner[" + key + "]";
  }
}
