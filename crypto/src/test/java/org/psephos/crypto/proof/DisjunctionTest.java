package org.psephos.crypto.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.proof.Disjunction.Opening;
import org.psephos.crypto.proof.Disjunction.Statement;

class DisjunctionTest {

  private static final String PREFIX = "prove|F|C|alpha,beta|";

  private final SecureRandom random = SeededRandom.of("disjunction");
  private final Group group = Groups.named("Ed25519");
  private final PublicKey key =
      PublicKey.of(group.generatorBase().timesSecret(group.randomSecret(random)));

  DisjunctionTest() throws DecodingException {}

  /** A ciphertext of a number, and what is known about it less 0, 1, …. */
  private final class Interval {
    private final SecretScalar randomness = group.randomSecret(random);
    private final List<Opening> openings = new ArrayList<>();
    private final List<Ciphertext> branches = new ArrayList<>();

    Interval(int number, int size) {
      for (int i = 0; i < size; i++) {
        openings.add(new Opening(randomness, number - i));
        branches.add(key.encrypt(group.secret(number - i), randomness));
      }
    }

    Statement statement() {
      return new Statement(PREFIX, branches);
    }
  }

  @Property(tries = 30)
  void aNumberInTheIntervalIsProved(
      @ForAll @IntRange(min = 1, max = 6) int size, @ForAll @IntRange(max = 5) int pick) {
    int number = pick % size;
    Interval interval = new Interval(number, size);
    List<Proof> proofs = Disjunction.prove(PREFIX, key, interval.openings, number, random);
    assertThat(proofs).hasSize(size);
    assertThat(Disjunction.verify(interval.statement(), key, proofs)).isTrue();
  }

  @Property(tries = 30)
  void aNumberOutsideTheIntervalIsNotProved(
      @ForAll @IntRange(min = 1, max = 6) int size,
      @ForAll @IntRange(min = -3, max = 9) int number,
      @ForAll @IntRange(max = 5) int pretended) {
    Interval interval = new Interval(number, size);
    List<Proof> proofs = Disjunction.prove(PREFIX, key, interval.openings, pretended, random);
    boolean honest = number == pretended && number < size;
    assertThat(Disjunction.verify(interval.statement(), key, proofs)).isEqualTo(honest);
  }

  @Property(tries = 3)
  void everyChangeIsNoticed(@ForAll @IntRange(max = 2) int number) {
    Interval interval = new Interval(number, 3);
    List<Proof> proofs = Disjunction.prove(PREFIX, key, interval.openings, number, random);
    assertThat(Disjunction.verify(interval.statement(), key, proofs)).isTrue();

    for (List<Proof> mutant : Mutants.of(proofs)) {
      assertThat(Disjunction.verify(interval.statement(), key, mutant)).isFalse();
    }
    for (Statement other : otherStatements(interval)) {
      assertThat(Disjunction.verify(other, key, proofs)).isFalse();
    }
    PublicKey otherKey = PublicKey.of(key.element().plus(group.generator()));
    assertThat(Disjunction.verify(interval.statement(), otherKey, proofs)).isFalse();
  }

  private List<Statement> otherStatements(Interval interval) {
    List<Statement> others = new ArrayList<>();
    others.add(new Statement(PREFIX + "|", interval.branches));
    others.add(new Statement("bproof0|F|C|alpha,beta|", interval.branches));
    Element g = group.generator();
    for (int i = 0; i < interval.branches.size(); i++) {
      Ciphertext branch = interval.branches.get(i);
      others.add(with(interval, i, new Ciphertext(branch.alpha().plus(g), branch.beta())));
      others.add(with(interval, i, new Ciphertext(branch.alpha(), branch.beta().plus(g))));
      others.add(with(interval, i, new Ciphertext(branch.beta(), branch.alpha())));
    }
    return others;
  }

  private static Statement with(Interval interval, int index, Ciphertext changed) {
    List<Ciphertext> branches = new ArrayList<>(interval.branches);
    branches.set(index, changed);
    return new Statement(PREFIX, branches);
  }

  @Example
  void publishedNumbersOfTrueAndSimulatedBranchesLookAlike() {
    int tries = 600;
    long high = 0;
    long low = 0;
    for (int i = 0; i < tries; i++) {
      List<Proof> proofs = Disjunction.prove(PREFIX, key, new Interval(1, 2).openings, 1, random);
      high += isUpperHalf(proofs.get(0).challenge()) + isUpperHalf(proofs.get(0).response());
      low += isUpperHalf(proofs.get(1).challenge()) + isUpperHalf(proofs.get(1).response());
    }
    // 1200 coins each: six standard deviations are 104.
    assertThat(high).isBetween(600L - 104, 600L + 104);
    assertThat(low).isBetween(600L - 104, 600L + 104);
  }

  /** 1 if the number is above q/2, that is, if doubling it wraps around. */
  private static int isUpperHalf(Scalar scalar) {
    String doubled = scalar.plus(scalar).encode();
    String single = scalar.encode();
    boolean wraps =
        doubled.length() < single.length()
            || (doubled.length() == single.length() && doubled.compareTo(single) < 0);
    return wraps ? 1 : 0;
  }
}
