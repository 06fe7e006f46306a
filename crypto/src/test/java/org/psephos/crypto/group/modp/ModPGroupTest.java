package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;

class ModPGroupTest {

  static List<ModPGroup> groups() {
    return List.of(ModPGroup.belenios2048(), ModPGroup.rfc3526());
  }

  @Provide
  Arbitrary<ModPGroup> group() {
    return Arbitraries.of(groups());
  }

  @Property(tries = 12)
  void itIsACommutativeGroup(
      @ForAll("group") Group group, @ForAll long i, @ForAll long j, @ForAll long k) {
    FixedBase g = group.generatorBase();
    Element a = g.times(group.scalar(i));
    Element b = g.times(group.scalar(j));
    Element c = g.times(group.scalar(k));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(group.identity())).isEqualTo(a);
    assertThat(a.plus(a.negate()).isIdentity()).isTrue();
    assertThat(a.minus(b).plus(b)).isEqualTo(a);
  }

  @Property(tries = 12)
  void multiplicationRespectsSumsAndProducts(
      @ForAll("group") Group group, @ForAll long i, @ForAll long j) {
    Element g = group.generator();
    Scalar a = group.scalar(i);
    Scalar b = group.scalar(j);
    assertThat(g.times(a).plus(g.times(b))).isEqualTo(g.times(a.plus(b)));
    assertThat(g.times(a).times(b)).isEqualTo(g.times(a.times(b)));
    assertThat(g.times(a).minus(g.times(b))).isEqualTo(g.times(a.minus(b)));
  }

  @Property(tries = 12)
  void everyWayToMultiplyGivesTheSame(
      @ForAll("group") Group group, @ForAll byte[] digest, @ForAll long other) {
    Scalar factor = group.reduce(digest);
    SecretScalar secret = group.reduceSecret(digest);
    Element base = group.generator().times(group.scalar(other));
    FixedBase fixed = group.fixedBase(base);
    Element expected = base.times(factor);
    assertThat(base.timesSecret(secret)).isEqualTo(expected);
    assertThat(fixed.times(factor)).isEqualTo(expected);
    assertThat(fixed.timesSecret(secret)).isEqualTo(expected);
    assertThat(fixed.timesPlus(factor, group.generator(), group.scalar(other)))
        .isEqualTo(expected.plus(base));
    assertThat(fixed.element()).isEqualTo(base);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void everyWayToMultiplyKnowsTheEndsOfTheRange(Group group) {
    Element g = group.generator();
    for (long value : new long[] {0, 1, -1, 2, -2, Long.MAX_VALUE, Long.MIN_VALUE}) {
      Element expected = g.times(group.scalar(value));
      assertThat(g.timesSecret(group.secret(value))).isEqualTo(expected);
      assertThat(group.generatorBase().times(group.scalar(value))).isEqualTo(expected);
      assertThat(group.generatorBase().timesSecret(group.secret(value))).isEqualTo(expected);
    }
    assertThat(g.times(group.zero()).isIdentity()).isTrue();
    assertThat(g.times(group.scalar(-1))).isEqualTo(g.negate());
    assertThat(g.isIdentity()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aLinearCombinationIsTheSumOfItsTerms(Group group) {
    for (int size : new int[] {0, 1, 2, 3, 10, 200}) {
      List<Scalar> factors = new ArrayList<>();
      List<Element> elements = new ArrayList<>();
      Element expected = group.identity();
      for (int i = 0; i < size; i++) {
        Scalar factor =
            i % 7 == 3 ? group.scalar(i % 2) : group.reduce(Digest.sha256("f" + i).toByteArray());
        Element element = group.generatorBase().times(group.scalar(3L * i - 5));
        factors.add(factor);
        elements.add(element);
        expected =
            expected.plus(group.generatorBase().times(factor.times(group.scalar(3L * i - 5))));
      }
      assertThat(group.linearCombination(factors, elements)).as("size " + size).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void aLinearCombinationOfZerosIsTheIdentity(Group group) {
    List<Scalar> zeros = List.of(group.zero(), group.zero(), group.zero());
    List<Element> elements = List.of(group.generator(), group.identity(), group.generator());
    assertThat(group.linearCombination(zeros, elements).isIdentity()).isTrue();
    assertThatThrownBy(() -> group.linearCombination(zeros, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void fullSizeFactorsAgreeInALinearCombination(ModPGroup group) throws Exception {
    Scalar last = group.decodeScalar(group.q().subtract(BigInteger.ONE).toString());
    Element g = group.generator();
    assertThat(group.linearCombination(List.of(last, last, last), List.of(g, g, g)))
        .isEqualTo(g.times(group.scalar(-3)));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void elementsSortByTheirNumber(Group group) throws Exception {
    Element one = group.identity();
    Element four = group.decode(group.name().startsWith("RFC") ? "4" : group.generator().encode());
    assertThat(one).isLessThan(four);
    assertThat(four).isGreaterThan(one).isEqualByComparingTo(group.decode(four.encode()));
    Element large = four.negate();
    assertThat(large.compareTo(four))
        .isEqualTo(new BigInteger(large.encode()).compareTo(new BigInteger(four.encode())));
  }

  @Test
  void groupsDoNotMix() {
    Group a = ModPGroup.belenios2048();
    Group b = ModPGroup.rfc3526();
    Element g = a.generator();
    assertThat(g.plus(a.generator()).group()).isSameAs(a);
    assertThatThrownBy(() -> g.plus(b.generator())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.compareTo(b.generator()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.times(b.scalar(2))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.timesSecret(b.secret(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> a.scalar(1).plus(b.scalar(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> a.secret(1).plus(b.secret(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> a.fixedBase(b.generator()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> a.linearCombination(List.of(a.zero()), List.of(b.generator())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(a.identity()).isNotEqualTo(b.identity());
    assertThat(a.zero()).isNotEqualTo(b.zero());
  }
}
