package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.board.entry.EntryBytes;

/** What a step finds: the board as it is, and the submissions it may number, oldest first. */
public record Standing(String stage, TreeHead head, List<EntryBytes> pending) {

  public Standing {
    requireNonNull(stage, "stage is null");
    requireNonNull(head, "head is null");
    pending = List.copyOf(pending);
  }
}
