package org.psephos.tally.audit;

import java.io.IOException;
import java.util.List;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;

/** Where a board is read from. What it gives is not believed. Safe for use by many threads. */
public interface PublishedBoard extends ObjectSource {

  /**
   * The newest checkpoint.
   *
   * @throws DecodingException if there is none, or it is malformed
   */
  SignedCheckpoint checkpoint() throws IOException, DecodingException;

  /**
   * The entries of one bundle of entries.
   *
   * @throws DecodingException if it is missing or malformed
   */
  List<byte[]> entries(TilePath path) throws IOException, DecodingException;
}
