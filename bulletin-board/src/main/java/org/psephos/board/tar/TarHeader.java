package org.psephos.board.tar;

import java.util.Arrays;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Utf8;

/**
 * The header of one member: 512 bytes with one spelling.
 *
 * @param name 1 to 99 printable ASCII characters
 * @param size 0 to 8^11 − 1 bytes
 * @param time Unix seconds, 0 to 8^11 − 1
 */
public record TarHeader(String name, long size, long time) {

  /** The size of a block; members are filled up to whole blocks with zeros. */
  public static final int BLOCK = 512;

  private static final int NAME_FIELD = 100;
  private static final int SIZE = 124;
  private static final int TIME = 136;
  private static final int CHECKSUM = 148;
  private static final int TYPE = 156;
  private static final long LARGEST = (1L << 33) - 1;

  public TarHeader {
    if (name.isEmpty()
        || name.length() >= NAME_FIELD
        || !name.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException("a name is 1 to 99 printable ASCII characters");
    }
    if (size < 0 || size > LARGEST || time < 0 || time > LARGEST) {
      throw new IllegalArgumentException("size and time have at most 11 octal digits");
    }
  }

  /** The number of zeros that fill up the last block of so many bytes. */
  public static int padding(long size) {
    return (int) (-size & (BLOCK - 1));
  }

  /** The 512 bytes. */
  public byte[] encode() {
    byte[] block = new byte[BLOCK];
    put(block, 0, name);
    put(block, NAME_FIELD, "0000644");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, SIZE, octal(size, 11));
    put(block, TIME, octal(time, 11));
    put(block, CHECKSUM, "        ");
    put(block, TYPE, "0");
    int sum = 0;
    for (byte part : block) {
      sum += Byte.toUnsignedInt(part);
    }
    put(block, CHECKSUM, octal(sum, 6) + "\0 ");
    return block;
  }

  /**
   * Reads a header.
   *
   * @throws DecodingException if it is not in its one spelling
   */
  public static TarHeader decode(byte[] block) throws DecodingException {
    int end = 0;
    while (end < NAME_FIELD && block[end] != 0) {
      end++;
    }
    TarHeader header;
    try {
      String name = Utf8.decode(Arrays.copyOf(block, end));
      header = new TarHeader(name, octal(block, SIZE), octal(block, TIME));
    } catch (IllegalArgumentException e) {
      throw new DecodingException("header", "a name of 1 to 99 ASCII characters", "another");
    }
    int difference = Arrays.mismatch(block, header.encode());
    if (difference >= 0) {
      throw new DecodingException(
          Reason.NOT_CANONICAL,
          header.name(),
          "a header in its one spelling",
          "another byte at " + difference);
    }
    return header;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = Utf8.encode(text);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  private static String octal(long value, int digits) {
    String text = Long.toOctalString(value);
    return "0".repeat(digits - text.length()) + text;
  }

  private static long octal(byte[] block, int at) throws DecodingException {
    long value = 0;
    for (int i = at; i < at + 11; i++) {
      int digit = block[i] - '0';
      if (digit < 0 || digit > 7) {
        throw new DecodingException("header", "11 octal digits at " + at, "something else");
      }
      value = value * 8 + digit;
    }
    return value;
  }
}
