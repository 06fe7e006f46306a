package org.psephos.crypto.ceremony;

import java.util.Arrays;
import java.util.HexFormat;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Hex;
import org.psephos.crypto.hash.Digest;

/**
 * The bytes of an encrypted share as they lie in the mailbox, whatever they are: the board holds
 * their hash. A dealer may have put anything there, so nothing but their number is checked.
 * Immutable, compared by value.
 */
public final class SealedShare {

  /** The most bytes; an honest share has less than half of it in every group. */
  public static final int MOST_BYTES = 16 << 10;

  private final byte[] bytes;

  private SealedShare(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Takes bytes that came through the mailbox.
   *
   * @throws DecodingException if there are none or more than {@link #MOST_BYTES}
   */
  public static SealedShare of(byte[] bytes) throws DecodingException {
    if (bytes.length < 1 || bytes.length > MOST_BYTES) {
      throw new DecodingException(
          Reason.TOO_LARGE, "", "1 to " + MOST_BYTES + " bytes", bytes.length + " bytes");
    }
    return new SealedShare(bytes.clone());
  }

  /**
   * Reads what {@link #hex} wrote.
   *
   * @throws DecodingException if it is no lower-case hexadecimal, or of too few or too many bytes
   */
  public static SealedShare fromHex(String text) throws DecodingException {
    if (!Hex.isHex(text) || text.length() % 2 != 0) {
      throw new DecodingException("", "bytes in lower-case hexadecimal", text);
    }
    return of(HexFormat.of().parseHex(text));
  }

  /** What the dealing says of this share. */
  public Digest hash() {
    return Digest.sha256(bytes);
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** The bytes in lower-case hexadecimal, as they travel in requests and answers. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedShare share && Arrays.equals(bytes, share.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
