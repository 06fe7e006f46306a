package org.psephos.verifier.record;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.report.Examination;

/**
 * Where a published board is read from: a bundle in a file, a directory, a server. What it gives is
 * not believed. Objects may be taken by many threads at once.
 */
public interface BoardInput extends ObjectSource, AutoCloseable {

  /**
   * The checkpoint as it was published.
   *
   * @throws DecodingException if there is none, or it is no checkpoint
   */
  SignedCheckpoint checkpoint() throws IOException, DecodingException;

  /**
   * The entries of one bundle of entries.
   *
   * @throws DecodingException if it is missing or malformed
   */
  List<byte[]> entries(TilePath path) throws IOException, DecodingException;

  /**
   * Whether the file or directory holds exactly what it should, in the one order that is allowed;
   * empty where there is no such form.
   */
  Optional<Examination> form() throws IOException;

  @Override
  void close() throws IOException;
}
