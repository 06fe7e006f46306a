package org.psephos.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.SecretScalar;

/**
 * A secret Ed25519 key. {@link #close} wipes the seed; using the key afterwards throws {@link
 * IllegalStateException}. Copies that the platform's signer makes for one signature are left to the
 * garbage collector, which no Java program can avoid.
 *
 * <p>Safe for use by many threads until one closes it.
 */
public final class SigningKey implements AutoCloseable {

  /** The length of the seed in bytes. */
  public static final int SEED_LENGTH = 32;

  private static final byte[] PKCS8_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private final byte[] seed;
  private final VerifyingKey verifyingKey;
  private volatile boolean closed;

  private SigningKey(byte[] seed) {
    this.seed = seed;
    this.verifyingKey = derive(seed);
  }

  /** A fresh key. */
  public static SigningKey generate(SecureRandom random) {
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    return new SigningKey(seed);
  }

  /**
   * Takes a seed back, for example from an opened key file. The caller keeps and wipes the array.
   *
   * @throws IllegalArgumentException unless it has 32 bytes
   */
  public static SigningKey fromSeed(byte[] seed) {
    if (seed.length != SEED_LENGTH) {
      throw new IllegalArgumentException("a seed has 32 bytes");
    }
    return new SigningKey(seed.clone());
  }

  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  /** The deterministic signature of RFC 8032. */
  public Signature sign(byte[] message) {
    byte[] encoded = Arrays.copyOf(PKCS8_PREFIX, PKCS8_PREFIX.length + SEED_LENGTH);
    try {
      System.arraycopy(openSeed(), 0, encoded, PKCS8_PREFIX.length, SEED_LENGTH);
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      java.security.Signature engine = java.security.Signature.getInstance("Ed25519");
      engine.initSign(key);
      engine.update(message);
      return Signature.decode(engine.sign());
    } catch (GeneralSecurityException | DecodingException e) {
      throw new IllegalStateException("every Java 17 platform signs with Ed25519", e);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** A copy of the seed, for writing into an encrypted key file. The caller wipes it. */
  public byte[] exposeSeed() {
    return openSeed().clone();
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(seed, (byte) 0);
  }

  private byte[] openSeed() {
    if (closed) {
      throw new IllegalStateException("the key is closed");
    }
    return seed;
  }

  /** RFC 8032 §5.1.5: the public key is the clamped first half of SHA-512(seed), times B. */
  private static VerifyingKey derive(byte[] seed) {
    byte[] hash = sha512(seed);
    byte[] half = Arrays.copyOf(hash, SEED_LENGTH);
    half[0] &= (byte) 0xf8;
    half[31] &= 0x7f;
    half[31] |= 0x40;
    byte[] bigEndian = VerifyingKey.reversed(half);
    try {
      Group group = Groups.named("Ed25519");
      try (SecretScalar scalar = group.reduceSecret(bigEndian)) {
        String text = group.generatorBase().timesSecret(scalar).encode();
        return VerifyingKey.decode(VerifyingKey.reversed(HexFormat.of().parseHex(text)));
      }
    } catch (DecodingException e) {
      throw new IllegalStateException("a multiple of the base point is a key", e);
    } finally {
      Arrays.fill(hash, (byte) 0);
      Arrays.fill(half, (byte) 0);
      Arrays.fill(bigEndian, (byte) 0);
    }
  }

  private static byte[] sha512(byte[] message) {
    try {
      return MessageDigest.getInstance("SHA-512").digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java 17 platform has SHA-512", e);
    }
  }
}
