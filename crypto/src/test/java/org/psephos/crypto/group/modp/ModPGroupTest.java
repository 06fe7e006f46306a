package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

class ModPGroupTest {

  static Group[] groups() {
    return new Group[] {ModPGroup.belenios2048(), ModPGroup.rfc3526()};
  }

  @ParameterizedTest
  @MethodSource("groups")
  void threeGeneratorsInThreeWays(Group group) throws Exception {
    Element g = group.generator();
    Element three = g.plus(g).plus(g);
    assertThat(g.times(group.scalar(3))).isEqualTo(three);
    assertThat(group.generatorBase().timesSecret(group.secret(3))).isEqualTo(three);
    assertThat(group.decode(three.encode())).isEqualTo(three);
    assertThat(three.minus(g.plus(g))).isEqualTo(g);
    assertThat(group.decode("1")).isEqualTo(group.identity());
  }
}
