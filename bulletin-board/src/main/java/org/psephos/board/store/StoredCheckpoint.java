package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

/**
 * A checkpoint as it was published: its note byte for byte, as text.
 *
 * @param size the size of the tree that it signs, at least 1
 */
public record StoredCheckpoint(long size, String note) {

  public StoredCheckpoint {
    requireNonNull(note, "note is null");
    if (size < 1) {
      throw new IllegalArgumentException("no checkpoint is published of size " + size);
    }
  }
}
