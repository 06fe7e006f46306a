package org.psephos.crypto.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Hex;
import org.psephos.crypto.group.Groups;

/**
 * A public Ed25519 key. Immutable, compared by value, safe for use by many threads.
 *
 * <p>Verification is strict, so that it cannot depend on which program verifies: the key is a
 * canonical member of the prime-order subgroup other than the identity, the signature's point is
 * canonically encoded, its number is below the group order, and the equation holds without a
 * cofactor.
 */
public final class VerifyingKey {

  /** The length in bytes. */
  public static final int LENGTH = 32;

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] SPKI_PREFIX = HEX.parseHex("302a300506032b6570032100");
  private static final BigInteger FIELD =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  private final byte[] bytes;
  private final PublicKey key;

  private VerifyingKey(byte[] bytes) throws GeneralSecurityException {
    this.bytes = bytes;
    byte[] encoded = Arrays.copyOf(SPKI_PREFIX, SPKI_PREFIX.length + LENGTH);
    System.arraycopy(bytes, 0, encoded, SPKI_PREFIX.length, LENGTH);
    this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }

  /**
   * Reads a key from the 32 bytes of RFC 8032.
   *
   * @throws DecodingException unless they are the canonical encoding of a point of prime order
   */
  public static VerifyingKey decode(byte[] bytes) throws DecodingException {
    if (bytes.length != LENGTH) {
      throw new DecodingException("", "a key of 32 bytes", bytes.length + " bytes");
    }
    if (Groups.named("Ed25519").decode(HEX.formatHex(reversed(bytes))).isIdentity()) {
      throw new DecodingException("", "a key other than the identity", "the identity");
    }
    try {
      return new VerifyingKey(bytes.clone());
    } catch (GeneralSecurityException e) {
      throw new DecodingException("", "an Ed25519 key", "another value");
    }
  }

  /**
   * Reads a key from 64 lower-case hexadecimal digits.
   *
   * @throws DecodingException as {@link #decode} does
   */
  public static VerifyingKey fromHex(String text) throws DecodingException {
    return decode(Hex.decode("", text, LENGTH));
  }

  /** True if the signature is one of this message under this key. */
  public boolean verifies(byte[] message, Signature signature) {
    byte[] encoded = signature.toByteArray();
    if (!isCanonicalPoint(Arrays.copyOf(encoded, LENGTH))) {
      return false;
    }
    try {
      java.security.Signature engine = java.security.Signature.getInstance("Ed25519");
      engine.initVerify(key);
      engine.update(message);
      return engine.verify(encoded);
    } catch (GeneralSecurityException e) {
      return false; // the number is not below the order, or the point is not on the curve
    }
  }

  public String hex() {
    return HEX.formatHex(bytes);
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** True if y is below the field prime and the sign bit is not set beside x = 0. */
  private static boolean isCanonicalPoint(byte[] point) {
    byte[] bigEndian = reversed(point);
    boolean negative = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    BigInteger y = new BigInteger(1, bigEndian);
    boolean zeroX = y.equals(BigInteger.ONE) || y.equals(FIELD.subtract(BigInteger.ONE));
    return y.compareTo(FIELD) < 0 && !(negative && zeroX);
  }

  static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && Arrays.equals(bytes, that.bytes);
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
