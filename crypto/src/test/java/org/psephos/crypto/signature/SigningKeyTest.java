package org.psephos.crypto.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;

class SigningKeyTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final BigInteger ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** RFC 8032 §7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
        + " e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
        + " 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
        + " 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void knownSeedsGiveTheKnownKeysAndSignatures(
      String seed, String key, String message, String signature) throws DecodingException {
    try (SigningKey signingKey = SigningKey.fromSeed(HEX.parseHex(seed))) {
      byte[] signed = HEX.parseHex(message);

      assertThat(signingKey.verifyingKey().hex()).isEqualTo(key);
      assertThat(signingKey.sign(signed).hex()).isEqualTo(signature);
      assertThat(VerifyingKey.fromHex(key).verifies(signed, Signature.fromHex(signature))).isTrue();
    }
  }

  @Property(tries = 30)
  void keysAgreeWithAnIndependentProgram(@ForAll byte[] message) {
    try (SigningKey key = SigningKey.generate(new SecureRandom())) {
      byte[] seed = key.exposeSeed();
      byte[] other = new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();

      assertThat(key.verifyingKey().toByteArray()).isEqualTo(other);
      assertThat(key.verifyingKey().verifies(message, key.sign(message))).isTrue();
    }
  }

  @Test
  void anotherMessageKeyOrSignatureDoesNotVerify() throws DecodingException {
    try (SigningKey key = SigningKey.generate(new SecureRandom());
        SigningKey stranger = SigningKey.generate(new SecureRandom())) {
      byte[] message = {1, 2, 3};
      Signature signature = key.sign(message);
      byte[] flipped = signature.toByteArray();
      flipped[40] ^= 1;

      assertThat(key.verifyingKey().verifies(message, signature)).isTrue();
      assertThat(key.verifyingKey().verifies(new byte[] {1, 2, 4}, signature)).isFalse();
      assertThat(stranger.verifyingKey().verifies(message, signature)).isFalse();
      assertThat(key.verifyingKey().verifies(message, Signature.decode(flipped))).isFalse();
    }
  }

  @Test
  void aSignatureWhoseNumberIsNotBelowTheOrderDoesNotVerify() throws DecodingException {
    try (SigningKey key = SigningKey.generate(new SecureRandom())) {
      byte[] message = {1, 2, 3};
      byte[] malleable = key.sign(message).toByteArray();
      byte[] half = Arrays.copyOfRange(malleable, 32, 64);
      BigInteger number = new BigInteger(1, VerifyingKey.reversed(half)).add(ORDER);
      byte[] bigger = VerifyingKey.reversed(padded(number.toByteArray()));
      System.arraycopy(bigger, 0, malleable, 32, 32);

      assertThat(key.verifyingKey().verifies(message, Signature.decode(malleable))).isFalse();
    }
  }

  private static byte[] padded(byte[] bigEndian) {
    byte[] out = new byte[32];
    System.arraycopy(bigEndian, 0, out, 32 - bigEndian.length, bigEndian.length);
    return out;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000", // identity
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // order 2
        "0000000000000000000000000000000000000000000000000000000000000000", // order 4
        "0000000000000000000000000000000000000000000000000000000000000080", // order 4
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05", // order 8
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a", // order 8
        "0100000000000000000000000000000000000000000000000000000000000080", // identity, sign set
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // identity, y = p + 1
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f", // y = p
        "0200000000000000000000000000000000000000000000000000000000000000", // not on the curve
        "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A", // upper case
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f70751", // short
        ""
      })
  void textThatIsNoKeyOfPrimeOrderIsRefused(String text) {
    assertThatThrownBy(() -> VerifyingKey.fromHex(text)).isInstanceOf(DecodingException.class);
  }

  @Test
  void aClosedKeyDoesNotSignAndShowsNothing() {
    SigningKey key = SigningKey.fromSeed(new byte[32]);
    Object thing = key;
    String shown = thing.toString();
    key.close();

    assertThat(shown).doesNotContain("00000000");
    assertThatThrownBy(() -> key.sign(new byte[1])).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(key::exposeSeed).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SigningKey.fromSeed(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSignatureHasSixtyFourBytes() throws DecodingException {
    assertThat(Signature.decode(new byte[64]).hex()).hasSize(128);
    assertThatThrownBy(() -> Signature.decode(new byte[63])).isInstanceOf(DecodingException.class);
    assertThatThrownBy(() -> Signature.fromHex("00")).isInstanceOf(DecodingException.class);
  }
}
