package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;

/** An entry that asks for a number, with the objects it brings along. */
public record Submission(EntryBytes entry, List<BoardObject> objects) {

  public Submission {
    requireNonNull(entry, "entry is null");
    objects = List.copyOf(objects);
  }
}
