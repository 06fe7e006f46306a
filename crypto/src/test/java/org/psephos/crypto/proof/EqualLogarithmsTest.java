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
import org.psephos.crypto.group.SecretScalar;

class EqualLogarithmsTest {

  private static final String PREFIX = "decrypt|F|y|";

  private final SecureRandom random = SeededRandom.of("equal");

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void provesEqualityAndNothingElse(String name) throws DecodingException {
    Group group = Groups.named(name);
    SecretScalar secret = group.randomSecret(random);
    Element image = group.generatorBase().timesSecret(secret);
    Element base = group.generator().times(group.randomScalar(random));
    Element factor = base.timesSecret(secret);
    Element other = base.plus(group.generator());
    Proof proof = EqualLogarithms.prove(PREFIX, base, secret, random);

    assertThat(EqualLogarithms.verify(PREFIX, image, base, factor, proof)).isTrue();
    assertThat(EqualLogarithms.verify("decrypt|G|y|", image, base, factor, proof)).isFalse();
    assertThat(EqualLogarithms.verify(PREFIX, other, base, factor, proof)).isFalse();
    assertThat(EqualLogarithms.verify(PREFIX, image, other, factor, proof)).isFalse();
    assertThat(EqualLogarithms.verify(PREFIX, image, base, other, proof)).isFalse();
    for (Proof mutant : Mutants.of(proof)) {
      assertThat(EqualLogarithms.verify(PREFIX, image, base, factor, mutant)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void theIdentityAsBaseIsNoSpecialCase(String name) throws DecodingException {
    Group group = Groups.named(name);
    SecretScalar secret = group.randomSecret(random);
    Element image = group.generatorBase().timesSecret(secret);
    Element identity = group.identity();
    Proof proof = EqualLogarithms.prove(PREFIX, identity, secret, random);

    assertThat(EqualLogarithms.verify(PREFIX, image, identity, identity, proof)).isTrue();
    assertThat(EqualLogarithms.verify(PREFIX, image, identity, image, proof)).isFalse();
  }
}
