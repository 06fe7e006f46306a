package org.psephos.verifier.record;

import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.crypto.codec.DecodingException;

/** One leaf of the board, as far as it could be read. */
public sealed interface ReadEntry {

  /** A well-formed entry. */
  record Known(BoardEntry entry) implements ReadEntry {}

  /** Bytes that are no entry. */
  record Malformed(DecodingException problem) implements ReadEntry {}

  /** Reads a leaf. */
  static ReadEntry of(byte[] leaf) {
    try {
      return new Known(BoardEntry.decode(EntryBytes.decode(leaf)));
    } catch (DecodingException e) {
      return new Malformed(e);
    }
  }
}
