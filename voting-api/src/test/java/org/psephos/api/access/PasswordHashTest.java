package org.psephos.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

  private static final String PASSWORD = "correct horse battery staple";

  @Test
  void aPasswordMatchesItsHashAndNoOther() {
    PasswordHash hash = PasswordHash.of(PASSWORD);
    PasswordHash stored = PasswordHash.stored(hash.text());
    assertThat(stored.matches(PASSWORD)).isTrue();
    assertThat(stored.matches(PASSWORD + " ")).isFalse();
    assertThat(stored.matches("")).isFalse();
    assertThat(hash.text())
        .startsWith("$argon2id$v=19$m=65536,t=3,p=1$")
        .isNotEqualTo(PasswordHash.of(PASSWORD).text());
    assertThat(hash.toString()).doesNotContain("argon2");
  }

  @Test
  void nobodysHashCostsTheSameAndMatchesNothing() {
    PasswordHash nobodys = PasswordHash.ofNobody();
    assertThat(nobodys.text()).startsWith("$argon2id$v=19$m=65536,t=3,p=1$");
    assertThat(nobodys.matches(PASSWORD)).isFalse();
    assertThat(nobodys.matches("")).isFalse();
  }

  @Test
  void damagedHashesAreRefused() {
    String good = PasswordHash.of(PASSWORD).text();
    for (String bad : new String[] {"", "plain", good + "A", good.replace("argon2id", "argon2i")}) {
      assertThatThrownBy(() -> PasswordHash.stored(bad)).isInstanceOf(IllegalStateException.class);
    }
  }
}
