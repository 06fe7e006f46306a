package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.hash.Digest;

/** The result of the election. */
public record ResultEntry(Digest payload) implements PayloadEntry {

  public ResultEntry {
    requireNonNull(payload, "payload is null");
  }

  @Override
  public EntryType type() {
    return EntryType.RESULT;
  }

  @Override
  public ObjectKind payloadKind() {
    return ObjectKind.RESULT;
  }
}
