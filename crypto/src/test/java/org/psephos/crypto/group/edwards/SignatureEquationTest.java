package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** Our arithmetic against the keys, signatures and agreements of BouncyCastle and the JDK. */
class SignatureEquationTest {

  private static final Ed25519Group GROUP = Ed25519Group.instance();
  private static final int KEYS = 50;
  private static final int BYTES = 32;

  private static byte[] sha512(byte[]... parts) throws Exception {
    MessageDigest engine = MessageDigest.getInstance("SHA-512");
    for (byte[] part : parts) {
      engine.update(part);
    }
    return engine.digest();
  }

  /** The secret that RFC 8032 makes of a seed, little-endian. */
  private static byte[] clamped(byte[] seed) throws Exception {
    byte[] secret = Arrays.copyOf(sha512(seed), BYTES);
    secret[0] &= (byte) 248;
    secret[BYTES - 1] &= 127;
    secret[BYTES - 1] |= 64;
    return secret;
  }

  private static SecretScalar secret(byte[] littleEndian) {
    return GROUP.reduceSecret(Elisabeth.reversed(littleEndian));
  }

  private static byte[] littleEndian(Element element) {
    return Elisabeth.reversed(HexFormat.of().parseHex(element.encode()));
  }

  @Test
  void publicKeysAreThoseOfBouncyCastle() throws Exception {
    SeededBytes random = new SeededBytes("keys");
    for (int i = 0; i < KEYS; i++) {
      byte[] seed = random.next();
      byte[] expected = new byte[BYTES];
      Ed25519.generatePublicKey(seed, 0, expected, 0);
      Element key = GROUP.generatorBase().timesSecret(secret(clamped(seed)));
      assertThat(littleEndian(key)).isEqualTo(expected);
      assertThat(GROUP.decode(key.encode())).isEqualTo(key);
      assertThat(GROUP.generator().timesSecret(secret(clamped(seed)))).isEqualTo(key);
    }
  }

  @Test
  void signaturesMadeWithOurArithmeticAreValidElsewhere() throws Exception {
    SeededBytes random = new SeededBytes("signatures");
    for (int i = 0; i < KEYS; i++) {
      SecretScalar key = secret(clamped(random.next()));
      SecretScalar nonce = secret(random.next());
      byte[] message = random.next();
      byte[] publicKey = littleEndian(GROUP.generatorBase().timesSecret(key));
      byte[] commitment = littleEndian(GROUP.generatorBase().timesSecret(nonce));
      Scalar challenge = GROUP.reduce(Elisabeth.reversed(sha512(commitment, publicKey, message)));
      byte[] response = Elisabeth.reversed(nonce.plus(key.times(challenge)).exposeBytes());
      byte[] signature = Arrays.copyOf(commitment, 2 * BYTES);
      System.arraycopy(response, 0, signature, BYTES, BYTES);
      assertThat(bouncyCastleAccepts(signature, publicKey, message)).isTrue();
      assertThat(jdkAccepts(signature, publicKey, message)).isTrue();
      message[0] ^= 1;
      assertThat(bouncyCastleAccepts(signature, publicKey, message)).isFalse();
      assertThat(jdkAccepts(signature, publicKey, message)).isFalse();
    }
  }

  private static boolean bouncyCastleAccepts(byte[] signature, byte[] key, byte[] message) {
    return Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
  }

  private static boolean jdkAccepts(byte[] signature, byte[] key, byte[] message) throws Exception {
    byte[] ordinate = Elisabeth.reversed(key);
    boolean odd = (ordinate[0] & 0x80) != 0;
    ordinate[0] &= 0x7f;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, ordinate));
    Signature engine = Signature.getInstance("Ed25519");
    engine.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    engine.update(message);
    return engine.verify(signature);
  }

  @Test
  void variableBasesAreThoseOfX25519() throws Exception {
    SeededBytes random = new SeededBytes("agreements");
    for (int i = 0; i < KEYS; i++) {
      Element base = GROUP.generator().times(random.nextScalar());
      byte[] factor = clamped(random.next());
      byte[] expected = new byte[BYTES];
      X25519.scalarMult(factor, 0, montgomery(base), 0, expected, 0);
      Element secretly = base.timesSecret(secret(factor));
      Element openly = base.times(GROUP.reduce(Elisabeth.reversed(factor)));
      assertThat(montgomery(secretly)).isEqualTo(expected);
      assertThat(montgomery(openly)).isEqualTo(expected);
    }
  }

  /** u = (1 + y)/(1 − y), little-endian. */
  private static byte[] montgomery(Element element) {
    BigInteger p = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    byte[] text = HexFormat.of().parseHex(element.encode());
    text[0] &= 0x7f;
    BigInteger y = new BigInteger(1, text);
    BigInteger u = BigInteger.ONE.add(y).multiply(BigInteger.ONE.subtract(y).modInverse(p)).mod(p);
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      bytes[i] = u.shiftRight(8 * i).byteValue();
    }
    return bytes;
  }
}
