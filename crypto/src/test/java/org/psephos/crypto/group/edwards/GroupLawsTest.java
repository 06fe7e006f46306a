package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cafe.cryptography.curve25519.EdwardsPoint;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** The laws of the group on the whole curve: members, small-order points and their sums. */
class GroupLawsTest {

  private static final Ed25519Group GROUP = Ed25519Group.instance();
  private static final List<EdwardsElement> SMALL = Points.ofSmallOrder();
  private static final int TRIES = 200;

  @Provide
  Arbitrary<Scalar> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(GROUP::scalar),
        Arbitraries.bytes().array(byte[].class).ofSize(40).map(GROUP::reduce));
  }

  /** A multiple of the generator plus a point of small order, with any Z. */
  @Provide
  Arbitrary<EdwardsElement> points() {
    return Combinators.combine(scalars(), Arbitraries.integers().between(0, 7))
        .as((scalar, index) -> SMALL.get(index).plus(GROUP.generatorBase().times(scalar)));
  }

  @Property(tries = TRIES)
  void additionCommutesAndAssociates(
      @ForAll("points") EdwardsElement a,
      @ForAll("points") EdwardsElement b,
      @ForAll("points") EdwardsElement c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
  }

  @Property(tries = TRIES)
  void theIdentityIsNeutralAndTheNegativeInverts(@ForAll("points") EdwardsElement a) {
    assertThat(a.plus(GROUP.identity())).isEqualTo(a);
    assertThat(a.minus(GROUP.identity())).isEqualTo(a);
    assertThat(a.plus(a.negate()).isIdentity()).isTrue();
    assertThat(a.minus(a).isIdentity()).isTrue();
    assertThat(a.minus(a.negate())).isEqualTo(a.plus(a));
  }

  @Property(tries = TRIES)
  void doublingIsAddingToItself(@ForAll("points") EdwardsElement a) {
    Accumulator doubled = Accumulator.of(a);
    doubled.twice();
    assertThat(doubled.toElement()).isEqualTo(a.plus(a));
  }

  @Property(tries = TRIES)
  void sumsAndDifferencesAreTheOracles(
      @ForAll("points") EdwardsElement a, @ForAll("points") EdwardsElement b) throws Exception {
    EdwardsPoint x = Elisabeth.point(a);
    EdwardsPoint y = Elisabeth.point(b);
    assertThat(a.plus(b).encode()).isEqualTo(Elisabeth.text(x.add(y)));
    assertThat(a.minus(b).encode()).isEqualTo(Elisabeth.text(x.subtract(y)));
  }

  @Property(tries = TRIES)
  void multiplicationDistributes(
      @ForAll("scalars") Scalar s, @ForAll("scalars") Scalar t, @ForAll("scalars") Scalar u) {
    Element a = GROUP.generatorBase().times(u);
    assertThat(a.times(s.plus(t))).isEqualTo(a.times(s).plus(a.times(t)));
    assertThat(a.times(s.times(t))).isEqualTo(a.times(s).times(t));
    assertThat(a.times(s.negate())).isEqualTo(a.times(s).negate());
  }

  @Property(tries = TRIES)
  void secretsAndPublicScalarsObeyTheSameArithmetic(
      @ForAll("scalars") Scalar s, @ForAll("scalars") Scalar t) {
    try (SecretScalar a = secret(s);
        SecretScalar b = secret(t)) {
      assertThat(a.plus(b).reveal()).isEqualTo(s.plus(t));
      assertThat(a.minus(b).reveal()).isEqualTo(s.minus(t));
      assertThat(a.times(b).reveal()).isEqualTo(s.times(t));
      assertThat(a.times(t).reveal()).isEqualTo(s.times(t));
      assertThat(a.negate().reveal()).isEqualTo(s.negate());
      assertThat(GROUP.reduce(a.exposeBytes())).isEqualTo(s);
    }
  }

  private static SecretScalar secret(Scalar scalar) {
    return GROUP.reduceSecret(ModOrder.toBytes(EdwardsScalar.own(scalar).limbs()));
  }

  @Property(tries = TRIES)
  void theOrderIsThatOfTheLittleEndianBytes(
      @ForAll("points") EdwardsElement a, @ForAll("points") EdwardsElement b) throws Exception {
    byte[] x = Elisabeth.point(a).compress().toByteArray();
    byte[] y = Elisabeth.point(b).compress().toByteArray();
    int expected = Integer.signum(Arrays.compareUnsigned(x, y));
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
    assertThat(a.equals(b)).isEqualTo(expected == 0);
  }

  @Property(tries = TRIES)
  void equalElementsHaveEqualHashes(@ForAll("points") EdwardsElement a) {
    EdwardsElement sameOtherwise = a.plus(a).minus(a);
    assertThat(sameOtherwise).isEqualTo(a).hasSameHashCodeAs(a).hasToString(a.toString());
    assertThat(a.negate().equals(a)).isEqualTo(a.plus(a).isIdentity());
  }

  @Test
  void aClosedSecretIsOfNoUse() {
    SecretScalar secret = GROUP.secret(5);
    assertThat(GROUP.generatorBase().timesSecret(secret))
        .isEqualTo(GROUP.generator().times(GROUP.scalar(5)));
    secret.close();
    assertThatThrownBy(secret::reveal).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(secret::exposeBytes).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> secret.plus(GROUP.secret(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> GROUP.generator().timesSecret(secret))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> GROUP.generatorBase().timesSecret(secret))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void groupsDoNotMix() throws Exception {
    Group other = Groups.named("BELENIOS-2048");
    Element g = GROUP.generator();
    assertThatThrownBy(() -> g.plus(other.generator()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.minus(other.generator()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.compareTo(other.generator()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.times(other.zero())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> g.timesSecret(other.secret(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GROUP.zero().plus(other.zero()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GROUP.secret(1).times(other.zero()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GROUP.secret(1).plus(other.secret(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GROUP.fixedBase(other.generator()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> GROUP.linearCombination(List.of(GROUP.zero()), List.of(other.generator())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GROUP.linearCombination(List.of(GROUP.zero()), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> GROUP.hashToScalar("", List.of(other.generator())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(g).isNotEqualTo(other.generator());
    assertThat(GROUP.zero()).isNotEqualTo(other.zero());
  }
}
