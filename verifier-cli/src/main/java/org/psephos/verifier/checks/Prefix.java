package org.psephos.verifier.checks;

import org.psephos.board.note.Checkpoint;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.Board;

/** Whether what a checkpoint was about is still there, unchanged. */
final class Prefix {

  private Prefix() {}

  /**
   * Recomputes the root at the checkpoint's size.
   *
   * @throws DecodingException if the board is shorter or the root another
   */
  static void require(Checkpoint checkpoint, Board board) throws DecodingException {
    long size = board.entries().size();
    if (checkpoint.size() > size) {
      throw new DecodingException(
          "checkpoint", "a board of at least " + checkpoint.size() + " entries", "" + size);
    }
    Digest root = board.root(checkpoint.size());
    if (!root.equals(checkpoint.root())) {
      throw new DecodingException(
          "checkpoint",
          "the root " + checkpoint.root().hex() + " at size " + checkpoint.size(),
          root.hex());
    }
  }
}
