package org.psephos.board.log;

import static java.util.Objects.requireNonNull;

import org.psephos.board.store.StoredCheckpoint;

/** Where an entry stands, and the first published checkpoint that covers it. */
public record Place(long index, StoredCheckpoint checkpoint) {

  public Place {
    requireNonNull(checkpoint, "checkpoint is null");
    if (index < 0 || checkpoint.size() <= index) {
      throw new IllegalArgumentException("the checkpoint does not cover the entry");
    }
  }
}
