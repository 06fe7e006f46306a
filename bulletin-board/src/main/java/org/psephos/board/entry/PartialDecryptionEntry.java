package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.hash.Digest;

/** One trustee's part of the decryption; its payload is the owned object of version 1. */
public record PartialDecryptionEntry(Digest payload) implements PayloadEntry {

  public PartialDecryptionEntry {
    requireNonNull(payload, "payload is null");
  }

  @Override
  public EntryType type() {
    return EntryType.PARTIAL_DECRYPTION;
  }

  @Override
  public ObjectKind payloadKind() {
    return ObjectKind.OWNED;
  }
}
