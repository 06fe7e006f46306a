package org.psephos.crypto.signature;

import java.util.Arrays;
import java.util.HexFormat;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Hex;

/** The 64 bytes of an Ed25519 signature. Immutable, compared by value. */
public final class Signature {

  /** The length in bytes. */
  public static final int LENGTH = 64;

  private final byte[] bytes;

  private Signature(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes the bytes of a signature; whether they verify is another question.
   *
   * @throws DecodingException unless there are 64
   */
  public static Signature decode(byte[] bytes) throws DecodingException {
    if (bytes.length != LENGTH) {
      throw new DecodingException("", "a signature of 64 bytes", bytes.length + " bytes");
    }
    return new Signature(bytes.clone());
  }

  /**
   * Reads 128 lower-case hexadecimal digits.
   *
   * @throws DecodingException if the text is anything else
   */
  public static Signature fromHex(String text) throws DecodingException {
    return new Signature(Hex.decode("", text, LENGTH));
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature && Arrays.equals(bytes, signature.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
