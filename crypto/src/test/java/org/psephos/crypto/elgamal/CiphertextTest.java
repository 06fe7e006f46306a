package org.psephos.crypto.elgamal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.fixture.ForeignText;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.SecretScalar;

class CiphertextTest {

  private final SecureRandom random = SeededRandom.of("elgamal");

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void sumsAndMultiplesAreThoseOfTheNumbers(String name) throws DecodingException {
    Group group = Groups.named(name);
    SecretScalar secret = group.randomSecret(random);
    PublicKey key = PublicKey.of(group.generatorBase().timesSecret(secret));
    Ciphertext two = encrypt(key, 2);
    Ciphertext three = encrypt(key, 3);
    assertThat(message(two.plus(three), secret)).isEqualTo(times(group, 5));
    assertThat(message(three.times(group.scalar(100)), secret)).isEqualTo(times(group, 300));
    assertThat(message(three.minusPlaintext(group.generator()), secret)).isEqualTo(times(group, 2));
    assertThat(two.plus(Ciphertext.identity(group))).isEqualTo(two);
    assertThat(message(encrypt(key, -1), secret)).isEqualTo(group.generator().negate());
  }

  private Ciphertext encrypt(PublicKey key, long number) {
    Group group = key.group();
    return key.encrypt(group.secret(number), group.randomSecret(random));
  }

  private static Element message(Ciphertext ciphertext, SecretScalar secret) {
    return ciphertext.beta().minus(ciphertext.alpha().timesSecret(secret));
  }

  private static Element times(Group group, long number) {
    return group.generatorBase().times(group.scalar(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void onlyMembersOfTheGroupAreRead(String name) throws DecodingException {
    Group group = Groups.named(name);
    PublicKey key = PublicKey.of(times(group, 7));
    Ciphertext ciphertext = encrypt(key, 1);
    assertThat(Ciphertext.decode(ciphertext.toJson(), group)).isEqualTo(ciphertext);
    for (String text : ForeignText.notMembers(ciphertext.beta())) {
      DecodingException fault =
          catchThrowableOfType(
              DecodingException.class,
              () -> Ciphertext.decode(JsonEdit.replace(ciphertext.toJson(), "beta", text), group));
      assertThat(fault.path()).startsWith("beta");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void theIdentityIsNoKey(String name) throws DecodingException {
    Group group = Groups.named(name);
    String generator = group.generator().encode();
    assertThat(PublicKey.decode(generator, group).encode()).isEqualTo(generator);
    assertThat(
            catchThrowableOfType(
                DecodingException.class, () -> PublicKey.decode(group.identity().encode(), group)))
        .isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> PublicKey.of(group.identity()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void groupsDoNotMix(String name) throws DecodingException {
    Group group = Groups.named(name);
    Group other = Groups.named("RFC-3526-2048");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ciphertext(group.generator(), other.generator()));
  }
}
