package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.hash.Digest;

/** Reserved: a statement of a third party about this board. */
public record AttestationEntry(Digest payload) implements PayloadEntry {

  public AttestationEntry {
    requireNonNull(payload, "payload is null");
  }

  @Override
  public EntryType type() {
    return EntryType.ATTESTATION;
  }

  @Override
  public ObjectKind payloadKind() {
    return ObjectKind.ATTESTATION;
  }
}
