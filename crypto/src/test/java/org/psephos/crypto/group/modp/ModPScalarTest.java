package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

class ModPScalarTest {

  @Provide
  Arbitrary<ModPGroup> group() {
    return Arbitraries.of(ModPGroupTest.groups());
  }

  @Property(tries = 100)
  void arithmeticAgreesWithBigInteger(
      @ForAll("group") ModPGroup group,
      @ForAll @Size(max = 300) byte[] first,
      @ForAll @Size(max = 300) byte[] second) {
    BigInteger q = group.q();
    BigInteger a = new BigInteger(1, first).mod(q);
    BigInteger b = new BigInteger(1, second).mod(q);
    Scalar x = group.reduce(first);
    Scalar y = group.reduce(second);
    assertThat(number(x)).isEqualTo(a);
    assertThat(number(x.plus(y))).isEqualTo(a.add(b).mod(q));
    assertThat(number(x.minus(y))).isEqualTo(a.subtract(b).mod(q));
    assertThat(number(x.times(y))).isEqualTo(a.multiply(b).mod(q));
    assertThat(number(x.negate())).isEqualTo(a.negate().mod(q));
    assertThat(x.minus(x).isZero()).isTrue();
    assertThat(x.minus(y)).isEqualTo(y.minus(x).negate()).hasSameHashCodeAs(y.minus(x).negate());
  }

  @Property(tries = 100)
  void secretArithmeticAgreesWithThePublic(
      @ForAll("group") ModPGroup group,
      @ForAll @Size(max = 600) byte[] first,
      @ForAll @Size(max = 600) byte[] second) {
    Scalar a = group.reduce(first);
    Scalar b = group.reduce(second);
    try (SecretScalar x = group.reduceSecret(first);
        SecretScalar y = group.reduceSecret(second)) {
      assertThat(x.reveal()).isEqualTo(a);
      assertThat(x.plus(y).reveal()).isEqualTo(a.plus(b));
      assertThat(x.minus(y).reveal()).isEqualTo(a.minus(b));
      assertThat(x.times(y).reveal()).isEqualTo(a.times(b));
      assertThat(x.times(b).reveal()).isEqualTo(a.times(b));
      assertThat(x.negate().reveal()).isEqualTo(a.negate());
      assertThat(group.reduceSecret(x.exposeBytes()).reveal()).isEqualTo(a);
      assertThat(x.exposeBytes()).hasSize((group.orderBits() + 7) / 8);
    }
  }

  @Property(tries = 50)
  void smallNumbersAgree(@ForAll("group") ModPGroup group, @ForAll long value) {
    assertThat(number(group.scalar(value))).isEqualTo(BigInteger.valueOf(value).mod(group.q()));
    assertThat(group.secret(value).reveal()).isEqualTo(group.scalar(value));
  }

  @Test
  void theEndsOfTheRangeAgree() {
    for (ModPGroup group : ModPGroupTest.groups()) {
      for (long value : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
        assertThat(group.secret(value).reveal()).isEqualTo(group.scalar(value));
        assertThat(group.secret(value).negate().reveal()).isEqualTo(group.scalar(value).negate());
      }
      byte[] ones = new byte[1000];
      Arrays.fill(ones, (byte) -1);
      assertThat(group.reduceSecret(ones).reveal()).isEqualTo(group.reduce(ones));
      byte[] order = group.q().toByteArray();
      assertThat(group.reduceSecret(order).reveal().isZero()).isTrue();
      assertThat(group.reduceSecret(new byte[0]).reveal().isZero()).isTrue();
    }
  }

  @Test
  void theInverseUndoesMultiplication() {
    for (ModPGroup group : ModPGroupTest.groups()) {
      Scalar seven = group.scalar(7);
      assertThat(seven.times(seven.invert())).isEqualTo(group.scalar(1));
      assertThatThrownBy(() -> group.zero().invert()).isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void randomScalarsFillTheWholeRangeBelowTheOrder() {
    SecureRandom random = new SecureRandom();
    for (ModPGroup group : ModPGroupTest.groups()) {
      Set<Integer> topBits = new HashSet<>();
      for (int i = 0; i < 200; i++) {
        BigInteger publicOne = number(group.randomScalar(random));
        BigInteger secretOne = number(group.randomSecret(random).reveal());
        assertThat(publicOne).isLessThan(group.q());
        assertThat(secretOne).isLessThan(group.q());
        topBits.add(publicOne.shiftRight(group.orderBits() - 2).intValueExact());
        topBits.add(4 + secretOne.shiftRight(group.orderBits() - 2).intValueExact());
      }
      assertThat(topBits).contains(0, 1, 2, 4, 5, 6);
    }
  }

  @Test
  void aClosedSecretIsWipedAndRefusesToWork() {
    for (ModPGroup group : ModPGroupTest.groups()) {
      ModPSecret secret = group.own(group.secret(42));
      SecretScalar other = group.secret(1);
      long[] limbs = secret.limbs();
      assertThat(limbs).contains(42);
      secret.close();
      assertThat(limbs).containsOnly(0);
      assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(secret::exposeBytes).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> secret.plus(other)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> other.times(secret)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(secret::negate).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> group.generator().timesSecret(secret))
          .isInstanceOf(IllegalStateException.class);
      assertThat(other.reveal()).isEqualTo(group.scalar(1));
    }
  }

  @Test
  void aSecretPrintsNothing() {
    SecretScalar secret = ModPGroup.belenios2048().secret(123456789);
    assertThat(secret.toString()).doesNotContain("123456789").doesNotContain("75bcd15");
  }

  private static BigInteger number(Scalar scalar) {
    return new BigInteger(scalar.encode());
  }
}
