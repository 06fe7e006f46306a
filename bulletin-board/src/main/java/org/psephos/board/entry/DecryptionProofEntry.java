package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.hash.Digest;

/** The strong proof of the partial decryption that stands just before it. */
public record DecryptionProofEntry(Digest payload) implements PayloadEntry {

  public DecryptionProofEntry {
    requireNonNull(payload, "payload is null");
  }

  @Override
  public EntryType type() {
    return EntryType.DECRYPTION_PROOF;
  }

  @Override
  public ObjectKind payloadKind() {
    return ObjectKind.DECRYPTION_PROOF;
  }
}
