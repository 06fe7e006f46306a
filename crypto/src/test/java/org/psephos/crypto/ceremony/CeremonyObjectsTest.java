package org.psephos.crypto.ceremony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.HeldCeremony;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.threshold.SecretPolynomial;
import org.psephos.crypto.trustee.Certificate;

/** The objects have one spelling, and the secrets none. */
class CeremonyObjectsTest {

  private static final HeldCeremony HELD = HeldCeremony.of("Ed25519", 2, 3);
  private static final Group GROUP = HELD.ceremony().group();

  /** Reads an object and writes it again. */
  @FunctionalInterface
  interface Codec {
    byte[] again(byte[] bytes) throws DecodingException;
  }

  static Stream<Arguments> objects() {
    BadDealer dealer = new BadDealer(HELD);
    dealer.from = 3;
    SealedShare bad = dealer.share();
    Evidence evidence =
        dealer.dealing(bad).complain(1, 2, bad, HELD.keys(2), HELD.random()).orElseThrow();
    SealedShare share = HELD.share(1, 2);
    return Stream.of(
        Arguments.of(
            "certificate",
            HELD.certificates().get(0).encode(),
            (Codec) bytes -> Certificate.decode(bytes, GROUP).encode()),
        Arguments.of(
            "dealing",
            HELD.dealing(1).encode(),
            (Codec) bytes -> Dealing.decode(bytes, GROUP).encode()),
        Arguments.of(
            "evidence", evidence.encode(), (Codec) bytes -> Evidence.decode(bytes, GROUP).encode()),
        Arguments.of(
            "share",
            share.toByteArray(),
            (Codec) bytes -> EncryptedShare.decode(SealedShare.of(bytes), GROUP).encode()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("objects")
  void noOtherSpellingIsRead(String name, byte[] bytes, Codec codec) throws Exception {
    String text = Utf8.decode(bytes);
    String first = text.substring(1, text.indexOf(','));

    assertThat(codec.again(bytes)).isEqualTo(bytes);
    for (String other :
        new String[] {
          text + "\n",
          " " + text,
          "\ufeff" + text,
          text.replaceFirst(":", ": "),
          text.replaceFirst("\"", "\"\\\\u0061"),
          text.substring(0, text.length() - 1) + ",\"more\":1}",
          "{" + first + "," + text.substring(1),
          text.substring(0, text.length() - 1),
          "[" + text + "]",
          "{}",
          "null",
          ""
        }) {
      assertThatThrownBy(() -> codec.again(Utf8.encode(other)))
          .as("%s: %s", name, other)
          .isInstanceOf(DecodingException.class);
    }
  }

  /** Whatever is still read after a change is another object and never the same. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("objects")
  void aChangedByteIsRefusedOrMakesAnotherObject(String name, byte[] bytes, Codec codec) {
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] changed = bytes.clone();
      changed[at] ^= (byte) (1 + at % 127);
      try {
        assertThat(codec.again(changed)).as("%s at %d", name, at).isEqualTo(changed);
      } catch (DecodingException e) {
        assertThat(e.reason()).isNotNull();
      }
    }
  }

  @Test
  void evidenceHasFactorAndProofTogether() throws Exception {
    String share = "\"share\":\"00\"}";
    assertThat(Evidence.decode(Utf8.encode("{" + share), GROUP).opening()).isEmpty();
    for (String half :
        new String[] {
          "{\"factor\":\"" + GROUP.generator().encode() + "\"," + share,
          "{\"proof\":{\"challenge\":\"1\",\"response\":\"1\"}," + share
        }) {
      assertThatThrownBy(() -> Evidence.decode(Utf8.encode(half), GROUP))
          .isInstanceOf(DecodingException.class)
          .hasMessageContaining("together");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "0G", "AB", "٣٣", "0x00"})
  void aShareIsSpelledInHexadecimal(String hex) {
    assertThatThrownBy(() -> Evidence.decode(Utf8.encode("{\"share\":\"" + hex + "\"}"), GROUP))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void keysAreRestoredFromTheirBytesAndUselessOnceClosed() {
    MemberKeys keys = MemberKeys.generate(GROUP, HELD.random());
    byte[] bytes = keys.exposeBytes();
    Certificate certificate = keys.certify(HELD.ceremony(), 1, HELD.random());

    assertThat(bytes).hasSize(64);
    assertThat(MemberKeys.restore(GROUP, bytes).belongTo(certificate)).isTrue();
    assertThat(HELD.keys(1).belongTo(certificate)).isFalse();
    assertThatThrownBy(() -> MemberKeys.restore(GROUP, new byte[63]))
        .isInstanceOf(IllegalArgumentException.class);
    keys.close();
    assertThatThrownBy(keys::exposeBytes).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> keys.certify(HELD.ceremony(), 1, HELD.random()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void secretsAreFinalClassesWithoutText() {
    for (Class<?> secret :
        new Class<?>[] {
          MemberKeys.class, SecretPolynomial.class, ShareOutcome.Accepted.class, ShareText.class
        }) {
      assertThat(secret.isRecord()).isFalse();
      assertThat(Modifier.isFinal(secret.getModifiers())).isTrue();
      assertThat(Arrays.stream(secret.getDeclaredMethods()).map(java.lang.reflect.Method::getName))
          .doesNotContain("toString", "equals", "hashCode");
    }
  }
}
