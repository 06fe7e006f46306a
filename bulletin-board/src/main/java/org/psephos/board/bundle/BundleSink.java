package org.psephos.board.bundle;

import java.io.IOException;
import java.io.InputStream;

/** Takes the members of a bundle in order. */
interface BundleSink {

  /** Takes one member; the stream has exactly so many bytes and is closed by the caller. */
  void member(String path, long size, InputStream content) throws IOException;
}
