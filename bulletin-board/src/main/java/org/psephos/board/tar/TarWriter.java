package org.psephos.board.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes members one behind the other; nothing follows the last. Not thread safe. */
public final class TarWriter {

  private final OutputStream out;
  private final long time;

  /**
   * Writes to a stream, which the caller closes.
   *
   * @param time of every member, in Unix seconds
   */
  public TarWriter(OutputStream out, long time) {
    this.out = out;
    this.time = time;
  }

  /** Writes a member whose content is at hand. */
  public void member(String name, byte[] content) throws IOException {
    out.write(new TarHeader(name, content.length, time).encode());
    out.write(content);
    pad(content.length);
  }

  /**
   * Writes a member from a stream, which the caller closes.
   *
   * @throws IOException also if the stream does not have exactly {@code size} bytes
   */
  public void member(String name, long size, InputStream content) throws IOException {
    out.write(new TarHeader(name, size, time).encode());
    long copied = content.transferTo(out);
    if (copied != size) {
      throw new IOException(name + " has " + copied + " bytes instead of " + size);
    }
    pad(size);
  }

  private void pad(long size) throws IOException {
    out.write(new byte[TarHeader.padding(size)]);
  }
}
