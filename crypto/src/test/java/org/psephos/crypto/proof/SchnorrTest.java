package org.psephos.crypto.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

class SchnorrTest {

  private static final String PREFIX = "pok|a group|a key|";

  private final SecureRandom random = SeededRandom.of("schnorr");

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048", "RFC-3526-2048"})
  void provesKnowledgeAndNothingElse(String name) throws DecodingException {
    Group group = Groups.named(name);
    SecretScalar secret = group.randomSecret(random);
    Element image = group.generatorBase().timesSecret(secret);
    Proof proof = Schnorr.prove(PREFIX, secret, random);

    assertThat(Schnorr.verify(PREFIX, image, proof)).isTrue();
    assertThat(Schnorr.verify("sig|a group|a key|", image, proof)).isFalse();
    assertThat(Schnorr.verify(PREFIX, image.plus(group.generator()), proof)).isFalse();
    assertThat(Schnorr.verify(PREFIX, group.identity(), proof)).isFalse();
    for (Proof mutant : Mutants.of(proof)) {
      assertThat(Schnorr.verify(PREFIX, image, mutant)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void twoProofsOfOneSecretShareNothing(String name) throws DecodingException {
    Group group = Groups.named(name);
    SecretScalar secret = group.randomSecret(random);
    Proof first = Schnorr.prove(PREFIX, secret, random);
    Proof second = Schnorr.prove(PREFIX, secret, random);
    assertThat(first.challenge()).isNotEqualTo(second.challenge());
    assertThat(nonce(first, secret)).isNotEqualTo(nonce(second, secret));
  }

  private static Scalar nonce(Proof proof, SecretScalar secret) {
    return proof.response().plus(secret.times(proof.challenge()).reveal());
  }
}
