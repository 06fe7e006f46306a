package org.psephos.crypto.hash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Hex;
import org.psephos.crypto.codec.Utf8;

/** A SHA-256 digest: 32 bytes, compared by value. */
public final class Digest implements Comparable<Digest> {

  /** The length in bytes. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The digest of the bytes. */
  public static Digest sha256(byte[] message) {
    return new Digest(sha256().digest(message));
  }

  /** The digest of the text's UTF-8 bytes. */
  public static Digest sha256(String text) {
    return sha256(Utf8.encode(text));
  }

  /** A fresh SHA-256 engine, for streaming. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Takes 32 bytes that are already a digest. */
  public static Digest of(byte[] digest) {
    if (digest.length != LENGTH) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + digest.length);
    }
    return new Digest(digest.clone());
  }

  /**
   * Reads 64 lower-case hexadecimal digits.
   *
   * @throws DecodingException if the text is anything else
   */
  public static Digest fromHex(String text) throws DecodingException {
    return new Digest(Hex.decode("digest", text, LENGTH));
  }

  /**
   * Reads the 43 characters of unpadded base64.
   *
   * @throws DecodingException if the text is not the canonical base64 of 32 bytes
   */
  public static Digest fromBase64(String text) throws DecodingException {
    try {
      if (text.length() == 43) {
        Digest digest = new Digest(Base64.getDecoder().decode(text));
        if (digest.base64().equals(text)) {
          return digest;
        }
      }
    } catch (IllegalArgumentException e) {
      throw new DecodingException("digest", "43 characters of unpadded base64", text);
    }
    throw new DecodingException("digest", "43 characters of unpadded base64", text);
  }

  /** 64 lower-case hexadecimal digits, the form in events, paths and our own objects. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** 43 characters of unpadded base64, the form of fingerprints and trackers. */
  public String base64() {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 43 characters of unpadded base64 in the alphabet that addresses take as it is. */
  public String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public int compareTo(Digest other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
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
