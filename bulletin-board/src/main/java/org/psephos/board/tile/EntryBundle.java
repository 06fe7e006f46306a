package org.psephos.board.tile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;

/**
 * The bytes of up to 256 entries in a row: for each its length in two bytes, the higher first, and
 * then the entry. The format allows 0 to 65,535 bytes; what an entry of a board may be is stricter.
 */
public final class EntryBundle {

  /** The longest entry that the format can hold, in bytes. */
  public static final int LONGEST_ENTRY = 0xffff;

  private EntryBundle() {}

  /** The bundle of these entries. */
  public static byte[] encode(List<byte[]> entries) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > LONGEST_ENTRY) {
        throw new IllegalArgumentException("an entry of " + entry.length + " bytes has no bundle");
      }
      bundle.write(entry.length >> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /**
   * Reads a bundle.
   *
   * @param width the number of entries that its path promises
   * @throws DecodingException if it holds more or fewer, or an entry is cut short
   */
  public static List<byte[]> decode(byte[] bundle, int width) throws DecodingException {
    List<byte[]> entries = new ArrayList<>(width);
    ByteBuffer rest = ByteBuffer.wrap(bundle);
    for (int i = 0; i < width; i++) {
      entries.add(next(rest, i));
    }
    if (rest.hasRemaining()) {
      throw new DecodingException(
          "bundle", width + " entries", rest.remaining() + " bytes after them");
    }
    return List.copyOf(entries);
  }

  private static byte[] next(ByteBuffer rest, int number) throws DecodingException {
    if (rest.remaining() >= Short.BYTES) {
      int length = Short.toUnsignedInt(rest.getShort());
      if (rest.remaining() >= length) {
        byte[] entry = new byte[length];
        rest.get(entry);
        return entry;
      }
    }
    throw new DecodingException("bundle", "entry " + number + " in full", "the end");
  }
}
