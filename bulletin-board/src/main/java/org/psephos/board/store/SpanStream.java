package org.psephos.board.store;

import java.io.InputStream;
import java.util.Objects;

/** Reads a long span of stored bytes piece by piece. Not thread safe. */
final class SpanStream extends InputStream {

  /** Reads part of what is stored. */
  interface Pieces {
    byte[] read(long offset, int length) throws StoreUnavailableException;
  }

  private static final int PIECE = 1 << 20;

  private final Pieces pieces;
  private final long length;
  private long offset;
  private byte[] piece = {};
  private int used;

  SpanStream(long length, Pieces pieces) {
    this.length = length;
    this.pieces = pieces;
  }

  @Override
  public int read() throws StoreUnavailableException {
    return fill() ? piece[used++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int from, int count) throws StoreUnavailableException {
    Objects.checkFromIndexSize(from, count, target.length);
    if (count == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int taken = Math.min(count, piece.length - used);
    System.arraycopy(piece, used, target, from, taken);
    used += taken;
    return taken;
  }

  private boolean fill() throws StoreUnavailableException {
    if (used == piece.length && offset < length) {
      piece = pieces.read(offset, (int) Math.min(PIECE, length - offset));
      if (piece.length == 0) {
        throw new StoreUnavailableException("an object ends too early");
      }
      offset += piece.length;
      used = 0;
    }
    return used < piece.length;
  }
}
