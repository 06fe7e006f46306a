package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {

  static Parameters[] groups() {
    return new Parameters[] {Parameters.BELENIOS_2048, Parameters.RFC_3526_2048};
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theModulusIsA2048BitPrime(Parameters group) {
    assertThat(group.p().bitLength()).isEqualTo(2048);
    assertThat(group.p().isProbablePrime(100)).isTrue();
    assertThat(group.p().subtract(BigInteger.ONE).isProbablePrime(10)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theOrderIsAPrimeThatDividesTheGroupOrderOnce(Parameters group) {
    BigInteger q = group.q();
    assertThat(q.isProbablePrime(100)).isTrue();
    assertThat(q.multiply(group.cofactor()).add(BigInteger.ONE)).isEqualTo(group.p());
    assertThat(group.cofactor().mod(q)).isNotEqualTo(BigInteger.ZERO);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theGeneratorHasOrderQ(Parameters group) {
    assertThat(group.g().modPow(group.q(), group.p())).isEqualTo(BigInteger.ONE);
    assertThat(group.g()).isGreaterThan(BigInteger.ONE).isLessThan(group.p());
  }
}
