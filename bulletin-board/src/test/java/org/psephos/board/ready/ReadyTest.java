package org.psephos.board.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Schnorr;
import org.psephos.crypto.signature.SigningKey;

class ReadyTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Digest FINGERPRINT = Digest.sha256("election");
  private static final Digest ROOT = Digest.sha256("root");

  private final ReadyContext context = new ReadyContext(group(), FINGERPRINT, 6, ROOT);

  static Stream<ReadyContext> otherContexts() throws DecodingException {
    return Stream.of(
        new ReadyContext(group(), ROOT, 6, ROOT),
        new ReadyContext(group(), FINGERPRINT, 7, ROOT),
        new ReadyContext(group(), FINGERPRINT, 6, FINGERPRINT));
  }

  @Test
  void a_trustee_s_statement_holds_for_what_it_says() throws DecodingException {
    try (SecretScalar secret = group().randomSecret(RANDOM)) {
      Element key = group().generatorBase().timesSecret(secret);
      TrusteeReady ready = TrusteeReady.prove(context, 2, secret, RANDOM);
      assertThat(ready.holds(context, 2, key)).isTrue();
      assertThat(TrusteeReady.decode(ready.encode(), group())).isEqualTo(ready);
    }
  }

  @Test
  void a_trustee_s_statement_is_the_proof_that_the_specification_prescribes() {
    try (SecretScalar secret = group().randomSecret(RANDOM)) {
      Element key = group().generatorBase().timesSecret(secret);
      String text =
          "psephos/ready/1|"
              + group().name()
              + "|"
              + FINGERPRINT.base64()
              + "|2|"
              + key.encode()
              + "|6|"
              + ROOT.hex()
              + "|";
      TrusteeReady ready = TrusteeReady.prove(context, 2, secret, RANDOM);
      assertThat(Schnorr.verify(text, key, ready.proof())).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("otherContexts")
  void a_trustee_s_statement_holds_for_nothing_else(ReadyContext other) {
    try (SecretScalar secret = group().randomSecret(RANDOM)) {
      Element key = group().generatorBase().timesSecret(secret);
      TrusteeReady ready = TrusteeReady.prove(context, 2, secret, RANDOM);
      assertThat(ready.holds(other, 2, key)).isFalse();
      assertThat(ready.holds(context, 3, key)).isFalse();
      assertThat(ready.holds(context, 2, key.plus(key))).isFalse();
      TrusteeReady moved = new TrusteeReady(ready.proof(), other.root(), other.size());
      assertThat(moved.holds(other, 2, key)).isFalse();
    }
  }

  @Test
  void the_registrar_s_statement_holds_for_what_it_says() throws DecodingException {
    try (SigningKey key = SigningKey.generate(RANDOM)) {
      RegistrarReady ready = RegistrarReady.sign(context, key);
      assertThat(ready.holds(context, new RegistrarKey(key.verifyingKey().hex()))).isTrue();
      assertThat(RegistrarReady.decode(ready.encode())).isEqualTo(ready);
    }
  }

  @ParameterizedTest
  @MethodSource("otherContexts")
  void the_registrar_s_statement_holds_for_nothing_else(ReadyContext other) {
    try (SigningKey key = SigningKey.generate(RANDOM);
        SigningKey another = SigningKey.generate(RANDOM)) {
      RegistrarReady ready = RegistrarReady.sign(context, key);
      RegistrarKey own = new RegistrarKey(key.verifyingKey().hex());
      assertThat(ready.holds(other, own)).isFalse();
      assertThat(ready.holds(context, new RegistrarKey(another.verifyingKey().hex()))).isFalse();
      assertThat(ready.holds(context, new RegistrarKey("0".repeat(64)))).isFalse();
      RegistrarReady moved = new RegistrarReady(other.root(), ready.signature(), other.size());
      assertThat(moved.holds(other, own)).isFalse();
    }
  }

  @Test
  void statements_have_one_spelling() {
    try (SigningKey key = SigningKey.generate(RANDOM)) {
      String text = utf8(RegistrarReady.sign(context, key).encode().toByteArray());
      for (String other :
          List.of(
              text + " ",
              text.replace("\"size\":6", "\"size\":06"),
              text.replace("\"size\"", "\"size\":6,\"x\""),
              text.replace("\"root\"", "\"Root\""))) {
        assertThatThrownBy(() -> RegistrarReady.decode(BoardObject.of(Utf8.encode(other))))
            .isInstanceOf(DecodingException.class);
      }
    }
  }

  private static String utf8(byte[] bytes) {
    try {
      return Utf8.decode(bytes);
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Group group() {
    try {
      return Groups.named("BELENIOS-2048");
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
