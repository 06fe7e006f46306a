package org.psephos.verifier.record;

import java.io.IOException;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;

/**
 * Anything that gives the files of a published board by their paths, {@code checkpoint}, {@code
 * tile/entries/…} and {@code object/…}. Safe for use by many threads.
 */
public interface Mirror extends AutoCloseable {

  /**
   * The whole file, or nothing if there is none of this name.
   *
   * @throws DecodingException if it is larger than {@code largest} bytes
   * @throws IOException if it cannot be read now
   */
  Optional<byte[]> read(String path, int largest) throws IOException, DecodingException;

  @Override
  void close() throws IOException;
}
