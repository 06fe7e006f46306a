package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JacobiTest {

  private static final BigInteger P = Parameters.RFC_3526_2048.p();

  @Provide
  Arbitrary<BigInteger> residues() {
    return Arbitraries.bigIntegers().between(BigInteger.ZERO, P.subtract(BigInteger.ONE));
  }

  @Property(tries = 60)
  void itAgreesWithEulersCriterionForAPrime(@ForAll("residues") BigInteger a) {
    BigInteger power = a.modPow(P.shiftRight(1), P);
    int expected = power.equals(P.subtract(BigInteger.ONE)) ? -1 : power.intValueExact();
    assertThat(Jacobi.symbol(a, P)).isEqualTo(expected);
  }

  @Test
  void itIsTheProductOfLegendreSymbolsForSmallNumbers() {
    for (int n = 1; n < 400; n += 2) {
      for (int a = 0; a < n; a++) {
        assertThat(Jacobi.symbol(BigInteger.valueOf(a), BigInteger.valueOf(n)))
            .as(a + "/" + n)
            .isEqualTo(byDefinition(a, n));
      }
    }
  }

  @Test
  void powersOfTwoAcrossLimbsKeepTheirParity() {
    for (int i = 0; i < 200; i++) {
      BigInteger power = BigInteger.ONE.shiftLeft(i);
      BigInteger three = BigInteger.valueOf(3).multiply(power);
      BigInteger n = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.valueOf(189));
      assertThat(Jacobi.symbol(power, n)).isEqualTo(euler(power, n));
      assertThat(Jacobi.symbol(three, n)).isEqualTo(euler(three, n));
    }
  }

  @Test
  void itRefusesWhatItIsNotDefinedFor() {
    assertThatThrownBy(() -> Jacobi.symbol(BigInteger.ONE, BigInteger.TEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Jacobi.symbol(P, P)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Jacobi.symbol(BigInteger.ONE.negate(), P))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** For prime n only. */
  private static int euler(BigInteger a, BigInteger n) {
    BigInteger power = a.modPow(n.shiftRight(1), n);
    return power.equals(BigInteger.ONE) ? 1 : power.signum() == 0 ? 0 : -1;
  }

  private static int byDefinition(int a, int n) {
    int product = 1;
    int rest = n;
    for (int prime = 3; rest > 1; prime += 2) {
      while (rest % prime == 0) {
        product *= euler(BigInteger.valueOf(a), BigInteger.valueOf(prime));
        rest /= prime;
      }
    }
    return product;
  }
}
