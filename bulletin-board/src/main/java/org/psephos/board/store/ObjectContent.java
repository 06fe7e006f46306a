package org.psephos.board.store;

import java.io.IOException;
import java.io.InputStream;

/** An object that can be read as often as wanted without holding it in memory. */
public interface ObjectContent {

  /** The number of bytes. */
  long length();

  /** The bytes from the start; the caller closes. The hash was checked when they were stored. */
  InputStream open() throws IOException;
}
