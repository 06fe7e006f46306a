package org.psephos.crypto.group.modp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MontgomeryTest {

  /** The largest modulus has only ones in its limbs: the column sums are the largest there are. */
  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(2350).subtract(BigInteger.ONE);

  private static final List<BigInteger> MODULI =
      List.of(
          BigInteger.valueOf(3),
          Parameters.BELENIOS_2048.q(),
          Parameters.BELENIOS_2048.p(),
          Parameters.RFC_3526_2048.q(),
          Parameters.RFC_3526_2048.p(),
          LARGEST);

  @Provide
  Arbitrary<BigInteger> moduli() {
    return Arbitraries.of(MODULI);
  }

  @Provide
  Arbitrary<BigInteger> numbers() {
    return Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.ONE.shiftLeft(2400));
  }

  @Property(tries = 300)
  void arithmeticAgreesWithBigInteger(
      @ForAll("moduli") BigInteger m,
      @ForAll("numbers") BigInteger first,
      @ForAll("numbers") BigInteger second) {
    BigInteger a = first.mod(m);
    BigInteger b = second.mod(m);
    Montgomery field = new Montgomery(m);
    assertThat(product(field, a, b)).isEqualTo(a.multiply(b).mod(m));
    assertThat(plain(field.add(limbs(field, a), limbs(field, b)))).isEqualTo(a.add(b).mod(m));
    assertThat(plain(field.subtract(limbs(field, a), limbs(field, b))))
        .isEqualTo(a.subtract(b).mod(m));
  }

  @Test
  void extremesAreMultipliedWithoutOverflow() {
    for (BigInteger m : MODULI) {
      Montgomery field = new Montgomery(m);
      BigInteger last = m.subtract(BigInteger.ONE);
      assertThat(product(field, last, last)).isEqualTo(BigInteger.ONE);
      assertThat(product(field, last, BigInteger.ZERO)).isEqualTo(BigInteger.ZERO);
      assertThat(Limbs.toBigInteger(field.leave(field.one()))).isEqualTo(BigInteger.ONE);
    }
  }

  @Test
  void residuesUpToTwiceTheModulusAreTakenAndGiven() {
    for (BigInteger m : MODULI) {
      Montgomery field = new Montgomery(m);
      long[] largest = limbs(field, m.shiftLeft(1).subtract(BigInteger.ONE));
      long[] out = new long[field.count()];
      field.multiply(out, largest, largest);
      assertThat(plain(out)).isLessThan(m.shiftLeft(1));
      BigInteger r = BigInteger.ONE.shiftLeft(Limbs.BITS * field.count());
      assertThat(plain(field.normalize(out))).isEqualTo(r.modInverse(m));
    }
  }

  @Test
  void onlyOddModuliOfBoundedLengthAreTaken() {
    assertThatThrownBy(() -> new Montgomery(BigInteger.TEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Montgomery(LARGEST.shiftLeft(1).setBit(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BigInteger product(Montgomery field, BigInteger a, BigInteger b) {
    long[] out = new long[field.count()];
    field.multiply(out, field.enter(limbs(field, a)), field.enter(limbs(field, b)));
    return plain(field.leave(out));
  }

  private static long[] limbs(Montgomery field, BigInteger number) {
    return Limbs.of(number, field.count());
  }

  private static BigInteger plain(long[] limbs) {
    return Limbs.toBigInteger(limbs);
  }
}
