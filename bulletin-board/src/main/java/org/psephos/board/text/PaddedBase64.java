package org.psephos.board.text;

import java.util.Base64;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * Base64 with the standard alphabet and padding (RFC 4648 section 4), as signed notes and proofs
 * write it. Exactly one spelling per value: missing padding, stray bits in the last character and
 * line breaks are refused.
 */
public final class PaddedBase64 {

  private static final int DIGEST_CHARACTERS = 44;

  private PaddedBase64() {}

  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public static String encode(Digest digest) {
    return encode(digest.toByteArray());
  }

  /**
   * Reads one value.
   *
   * @param path what the value is, for the error
   * @throws DecodingException if the text is not what {@link #encode} writes
   */
  public static byte[] decode(String path, String text) throws DecodingException {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new DecodingException(path, "padded base64", text);
    }
    throw new DecodingException(path, "padded base64", text);
  }

  /**
   * Reads the 44 characters of a 32-byte hash.
   *
   * @throws DecodingException if the text is not padded base64 of 32 bytes
   */
  public static Digest decodeDigest(String path, String text) throws DecodingException {
    if (text.length() != DIGEST_CHARACTERS) {
      throw new DecodingException(path, "padded base64 of 32 bytes", text);
    }
    byte[] bytes = decode(path, text);
    if (bytes.length != Digest.LENGTH) {
      throw new DecodingException(path, "padded base64 of 32 bytes", text);
    }
    return Digest.of(bytes);
  }
}
