package org.psephos.board.entry;

import java.util.Arrays;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.hash.Digest;

/**
 * The bytes of one board entry, not looked into: 1 to {@value #LARGEST} bytes, compared by value.
 */
public final class EntryBytes {

  /** The largest entry in bytes. */
  public static final int LARGEST = 4096;

  private final byte[] bytes;

  private EntryBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes bytes of our own making.
   *
   * @throws IllegalArgumentException if there are none or too many
   */
  public static EntryBytes of(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > LARGEST) {
      throw new IllegalArgumentException("an entry has 1 to 4096 bytes, not " + bytes.length);
    }
    return new EntryBytes(bytes.clone());
  }

  /**
   * Takes bytes from outside.
   *
   * @throws DecodingException if there are none or too many
   */
  public static EntryBytes decode(byte[] bytes) throws DecodingException {
    if (bytes.length == 0 || bytes.length > LARGEST) {
      throw new DecodingException(
          Reason.TOO_LARGE, "entry", "1 to " + LARGEST + " bytes", bytes.length + " bytes");
    }
    return new EntryBytes(bytes.clone());
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  public int length() {
    return bytes.length;
  }

  /** The SHA-256 of the bytes: what makes a repeated submission the same submission. */
  public Digest ident() {
    return Digest.sha256(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntryBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "entry " + ident().hex();
  }
}
