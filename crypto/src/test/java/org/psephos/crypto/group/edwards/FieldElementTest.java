package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldElementTest {

  private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

  /** The largest limbs that may meet in a multiplication: their product is 2^105. */
  private static final long LARGE = 1L << 53;

  private static final long HALF_LARGE = 1L << 52;

  private static FieldElement ofLimbs(long[] limbs) {
    FieldElement element = new FieldElement();
    element.load(limbs, 0);
    return element;
  }

  private static BigInteger number(long[] limbs) {
    BigInteger number = BigInteger.ZERO;
    for (int i = FieldElement.LIMBS - 1; i >= 0; i--) {
      number = number.shiftLeft(51).add(BigInteger.valueOf(limbs[i]));
    }
    return number.mod(P);
  }

  private static BigInteger number(FieldElement element) {
    BigInteger number = BigInteger.ZERO;
    long[] words = element.toWords();
    for (int i = words.length - 1; i >= 0; i--) {
      BigInteger word =
          BigInteger.valueOf(words[i]).and(BigInteger.TWO.pow(64).subtract(BigInteger.ONE));
      number = number.shiftLeft(64).add(word);
    }
    return number;
  }

  private static long[] limbsOf(FieldElement element) {
    long[] limbs = new long[FieldElement.LIMBS];
    element.store(limbs, 0);
    return limbs;
  }

  /** Every choice of each limb from −bound, −bound + 1, 0, bound − 1, bound. */
  private static List<long[]> extremes(long bound) {
    long[] choices = {-bound, -bound + 1, 0, bound - 1, bound};
    List<long[]> all = new ArrayList<>();
    for (int code = 0; code < 3125; code++) {
      long[] limbs = new long[FieldElement.LIMBS];
      for (int i = 0, rest = code; i < FieldElement.LIMBS; i++, rest /= 5) {
        limbs[i] = choices[rest % 5];
      }
      all.add(limbs);
    }
    return all;
  }

  private static void assertReduced(FieldElement element) {
    for (long limb : limbsOf(element)) {
      assertThat(limb).isBetween(-(1L << 16), (1L << 51) + (1L << 16));
    }
  }

  @Test
  void productsOfExtremeLimbsAreThoseOfBigInteger() {
    SeededBytes random = new SeededBytes("limbs");
    List<long[]> left = extremes(LARGE);
    List<long[]> right = extremes(HALF_LARGE);
    FieldElement product = new FieldElement();
    for (long[] a : left) {
      for (int i = 0; i < 4; i++) {
        long[] b = right.get(random.nextNumber(BigInteger.valueOf(right.size())).intValue());
        BigInteger expected = number(a).multiply(number(b)).mod(P);
        product.multiply(ofLimbs(a), ofLimbs(b));
        assertThat(number(product)).isEqualTo(expected);
        assertReduced(product);
        product.multiply(ofLimbs(b), ofLimbs(a));
        assertThat(number(product)).isEqualTo(expected);
      }
    }
  }

  @Test
  void allLargestLimbsOfOneSignStayWithinTheBounds() {
    FieldElement product = new FieldElement();
    for (long a : new long[] {LARGE, -LARGE}) {
      for (long b : new long[] {HALF_LARGE, -HALF_LARGE}) {
        long[] left = {a, a, a, a, a};
        long[] right = {b, b, b, b, b};
        product.multiply(ofLimbs(left), ofLimbs(right));
        assertThat(number(product)).isEqualTo(number(left).multiply(number(right)).mod(P));
        assertReduced(product);
      }
    }
  }

  @Test
  void squaresOfExtremeLimbsAreThoseOfBigInteger() {
    FieldElement square = new FieldElement();
    for (long[] a : extremes(HALF_LARGE)) {
      square.square(ofLimbs(a));
      assertThat(number(square)).isEqualTo(number(a).pow(2).mod(P));
      assertReduced(square);
      square.squareTimes(ofLimbs(a), 5);
      assertThat(number(square)).isEqualTo(number(a).modPow(BigInteger.valueOf(32), P));
    }
  }

  @Test
  void productsOfRandomNumbersAreThoseOfBigInteger() {
    SeededBytes random = new SeededBytes("numbers");
    FieldElement product = new FieldElement();
    FieldElement a = FieldElement.of(1);
    BigInteger expected = BigInteger.ONE;
    for (int i = 0; i < 20_000; i++) {
      BigInteger factor = random.nextNumber(P);
      FieldElement b =
          FieldElement.ofWords(
              factor.longValue(),
              factor.shiftRight(64).longValue(),
              factor.shiftRight(128).longValue(),
              factor.shiftRight(192).longValue());
      assertThat(number(b)).isEqualTo(factor);
      product.multiply(a, b);
      expected = expected.multiply(factor).mod(P);
      assertThat(number(product)).isEqualTo(expected);
      a.set(product);
    }
  }

  @Test
  void numbersAreReducedToTheLeastOne() {
    for (long[] limbs : extremes(LARGE)) {
      assertThat(number(ofLimbs(limbs))).isEqualTo(number(limbs));
    }
    for (int i = -40; i <= 40; i++) {
      for (BigInteger multiple : List.of(BigInteger.ZERO, P, P.shiftLeft(1), P.negate())) {
        BigInteger value = multiple.add(BigInteger.valueOf(i));
        long[] limbs = new long[FieldElement.LIMBS];
        BigInteger rest = value;
        for (int j = 0; j < FieldElement.LIMBS - 1; j++) {
          limbs[j] = rest.longValue() & ((1L << 51) - 1);
          rest = rest.shiftRight(51);
        }
        limbs[FieldElement.LIMBS - 1] = rest.longValue();
        assertThat(number(ofLimbs(limbs))).isEqualTo(value.mod(P));
        assertThat(ofLimbs(limbs).isZero()).isEqualTo(i == 0);
      }
    }
  }

  @Test
  void powersAreThoseOfBigInteger() {
    SeededBytes random = new SeededBytes("powers");
    for (int i = 0; i < 200; i++) {
      FieldElement a = Points.next(random).x();
      assertThat(number(FieldPower.invert(a))).isEqualTo(number(a).modInverse(P));
      assertThat(number(FieldPower.quarterPower(a)))
          .isEqualTo(number(a).modPow(P.shiftRight(2), P));
    }
    assertThat(FieldPower.invert(Curve.ZERO).isZero()).isTrue();
  }

  @Test
  void exactlyTheSquaresHaveRoots() {
    SeededBytes random = new SeededBytes("roots");
    BigInteger half = P.shiftRight(1);
    for (int i = 0; i < 300; i++) {
      FieldElement u = Points.next(random).x();
      FieldElement v = Points.next(random).y();
      BigInteger ratio = number(u).multiply(number(v).modInverse(P)).mod(P);
      FieldElement root = FieldPower.rootOfRatio(u, v);
      if (ratio.modPow(half, P).equals(BigInteger.ONE)) {
        assertThat(number(root).pow(2).mod(P)).isEqualTo(ratio);
      } else {
        assertThat(root).isNull();
      }
    }
  }

  @Test
  void theConstantsSatisfyTheirDefinitions() {
    assertThat(number(Curve.D).multiply(BigInteger.valueOf(121666)).mod(P))
        .isEqualTo(P.subtract(BigInteger.valueOf(121665)));
    assertThat(number(Curve.TWICE_D)).isEqualTo(number(Curve.D).shiftLeft(1).mod(P));
    assertThat(number(FieldPower.ROOT_OF_MINUS_ONE).pow(2).mod(P))
        .isEqualTo(P.subtract(BigInteger.ONE));
  }
}
