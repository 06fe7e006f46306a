package org.psephos.board.note;

import java.nio.ByteBuffer;

/** Numbers in network byte order inside signature lines. */
final class BigEndian {

  private BigEndian() {}

  static int readInt(byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).getInt(offset);
  }

  static long readLong(byte[] bytes, int offset) {
    return ByteBuffer.wrap(bytes).getLong(offset);
  }

  /** The four bytes of the number, followed by the rest. */
  static byte[] join(int number, byte[] rest) {
    return ByteBuffer.allocate(Integer.BYTES + rest.length).putInt(number).put(rest).array();
  }
}
