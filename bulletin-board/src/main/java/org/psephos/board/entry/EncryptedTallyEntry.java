package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.hash.Digest;

/** The sum of the ballots that count; its payload is the sized tally, which names the tally. */
public record EncryptedTallyEntry(Digest payload) implements PayloadEntry {

  public EncryptedTallyEntry {
    requireNonNull(payload, "payload is null");
  }

  @Override
  public EntryType type() {
    return EntryType.ENCRYPTED_TALLY;
  }

  @Override
  public ObjectKind payloadKind() {
    return ObjectKind.SIZED_TALLY;
  }
}
