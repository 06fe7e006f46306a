package org.psephos.crypto.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;

class GroupsTest {

  static List<String> names() {
    return Groups.names();
  }

  @Test
  void theListIsTheOneThatVersionOneKnows() {
    assertThat(Groups.names()).containsExactly("Ed25519", "BELENIOS-2048", "RFC-3526-2048");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyNameHasItsGroup(String name) throws Exception {
    Group group = Groups.named(name);
    assertThat(group.name()).isEqualTo(name);
    assertThat(Groups.named(name)).isSameAs(group);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theGeneratorIsAMemberAndHasTheOrderOfTheScalars(String name) throws Exception {
    Group group = Groups.named(name);
    Element g = group.generator();
    assertThat(group.decode(g.encode())).isEqualTo(g);
    assertThat(g.isIdentity()).isFalse();
    assertThat(g.times(group.scalar(-1)).plus(g)).isEqualTo(group.identity());
    assertThat(group.generatorBase().element()).isEqualTo(g);
    assertThat(group.zero().encode()).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ed25519",
        "ED25519",
        "Ed25519 ",
        "belenios-2048",
        "BELENIOS-3072",
        "BELENIOS-2048\n",
        "RFC-3526-2048\u0000",
        "RFC\u20103526\u20102048",
        "default",
        "{\"p\":\"23\",\"q\":\"11\",\"g\":\"4\"}",
        "\"Ed25519\""
      })
  void anythingElseIsRefused(String name) {
    assertThatThrownBy(() -> Groups.named(name))
        .isInstanceOfSatisfying(
            DecodingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }
}
