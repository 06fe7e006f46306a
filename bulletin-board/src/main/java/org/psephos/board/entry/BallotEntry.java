package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.hash.Digest;

/** One cast ballot; its payload is the raw version 1 ballot, whose hash is the tracker. */
public record BallotEntry(Digest payload) implements PayloadEntry {

  public BallotEntry {
    requireNonNull(payload, "payload is null");
  }

  @Override
  public EntryType type() {
    return EntryType.BALLOT;
  }

  @Override
  public ObjectKind payloadKind() {
    return ObjectKind.BALLOT;
  }
}
