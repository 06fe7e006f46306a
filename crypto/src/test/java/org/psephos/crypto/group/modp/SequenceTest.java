package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.crypto.hash.Digest;

/** Work with a secret exponent is the same sequence of multiplications whatever the exponent. */
class SequenceTest {

  /** Records for every multiplication whether it is a squaring. */
  private static final class Recording extends Montgomery {

    private final StringBuilder sequence = new StringBuilder();

    Recording(BigInteger modulus) {
      super(modulus);
    }

    @Override
    void multiply(long[] out, long[] a, long[] b) {
      super.multiply(out, a, b);
      sequence.append(a == b ? 's' : 'm');
    }

    String during(Runnable work) {
      sequence.setLength(0);
      work.run();
      return sequence.toString();
    }
  }

  static Parameters[] groups() {
    return ParametersTest.groups();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void ofAnyBase(Parameters group) {
    Recording field = new Recording(group.p());
    long[] base = field.enter(Limbs.of(group.g(), field.count()));
    requireOneSequence(
        group, field, exponent -> SecretPower.of(field, base, exponent, group.q().bitLength()));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void ofAFixedBase(Parameters group) {
    Recording field = new Recording(group.p());
    long[] base = field.enter(Limbs.of(group.g(), field.count()));
    Comb comb = new Comb(field, base, group.q().bitLength());
    requireOneSequence(group, field, comb::secretPower);
  }

  private static void requireOneSequence(
      Parameters group, Recording field, Consumer<long[]> power) {
    int count = new Montgomery(group.q()).count();
    List<String> sequences =
        exponents(group.q())
            .map(exponent -> Limbs.of(exponent, count))
            .map(exponent -> field.during(() -> power.accept(exponent)))
            .distinct()
            .toList();
    assertThat(sequences).hasSize(1);
    assertThat(sequences.get(0)).hasSizeGreaterThan(30).contains("s", "m");
  }

  private static Stream<BigInteger> exponents(BigInteger q) {
    Stream<BigInteger> special =
        Stream.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.TWO,
            BigInteger.valueOf(255),
            q.shiftRight(1),
            BigInteger.ONE.shiftLeft(q.bitLength() - 1),
            q.subtract(BigInteger.TWO),
            q.subtract(BigInteger.ONE));
    Stream<BigInteger> any =
        Stream.of("a", "b", "c", "d")
            .map(seed -> new BigInteger(1, Digest.sha256(seed).toByteArray()).pow(8).mod(q));
    return Stream.concat(special, any);
  }
}
