package org.psephos.board.entry;

import java.io.IOException;
import org.psephos.crypto.codec.DecodingException;

/** Whoever can read the objects beside a board: a store, a bundle, a server. */
@FunctionalInterface
public interface ObjectSource {

  /**
   * The whole object.
   *
   * @throws DecodingException if there is none, its bytes have another hash, or it is larger than
   *     its kind may be
   * @throws IOException if it cannot be read now
   */
  BoardObject object(Reference reference) throws IOException, DecodingException;
}
