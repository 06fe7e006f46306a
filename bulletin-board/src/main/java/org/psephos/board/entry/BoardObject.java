package org.psephos.board.entry;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * The bytes of an object beside the board together with their hash. Immutable; compared by hash.
 */
public final class BoardObject {

  private final Digest hash;
  private final byte[] bytes;

  private BoardObject(Digest hash, byte[] bytes) {
    this.hash = hash;
    this.bytes = bytes;
  }

  /** Takes bytes and hashes them. */
  public static BoardObject of(byte[] bytes) {
    byte[] own = bytes.clone();
    return new BoardObject(Digest.sha256(own), own);
  }

  /**
   * Takes bytes that somebody served under a hash.
   *
   * @throws DecodingException if they have another hash
   */
  public static BoardObject of(Digest hash, byte[] bytes) throws DecodingException {
    BoardObject object = of(bytes);
    if (!object.hash.equals(hash)) {
      throw new DecodingException("object/" + hash.hex(), "bytes of that hash", object.hash.hex());
    }
    return object;
  }

  public Digest hash() {
    return hash;
  }

  public int length() {
    return bytes.length;
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoardObject that && hash.equals(that.hash);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "object " + hash.hex();
  }
}
