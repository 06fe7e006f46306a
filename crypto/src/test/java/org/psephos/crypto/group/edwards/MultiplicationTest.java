package org.psephos.crypto.group.edwards;

import static org.assertj.core.api.Assertions.assertThat;

import cafe.cryptography.curve25519.EdwardsPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Scalar;

class MultiplicationTest {

  private static final Ed25519Group GROUP = Ed25519Group.instance();

  /** Numbers whose digits carry, end, or vanish. */
  static List<EdwardsScalar> factors() {
    List<EdwardsScalar> factors = new ArrayList<>();
    for (long small : new long[] {0, 1, 2, 7, 8, 9, 15, 16, 127, 128, 129, 255, 256, 0x88888888L}) {
      factors.add(EdwardsScalar.own(GROUP.scalar(small)));
      factors.add(EdwardsScalar.own(GROUP.scalar(-small)));
    }
    Scalar power = GROUP.scalar(1);
    for (int bit = 0; bit < 253; bit++) {
      factors.add(EdwardsScalar.own(power));
      factors.add(EdwardsScalar.own(power.minus(GROUP.scalar(1))));
      power = power.plus(power);
    }
    SeededBytes random = new SeededBytes("factors");
    for (int i = 0; i < 50; i++) {
      factors.add(random.nextScalar());
    }
    return factors;
  }

  @Test
  void everyMultiplicationAgreesWithTheOracle() throws Exception {
    Element element = GROUP.generator().times(new SeededBytes("element").nextScalar());
    FixedBase base = GROUP.fixedBase(element);
    EdwardsPoint point = Elisabeth.point(element);
    for (EdwardsScalar factor : factors()) {
      String expected = Elisabeth.text(point.multiply(Elisabeth.scalar(factor)));
      EdwardsSecret secret = new EdwardsSecret(factor.limbs().clone());
      assertThat(element.times(factor).encode()).isEqualTo(expected);
      assertThat(element.timesSecret(secret).encode()).isEqualTo(expected);
      assertThat(base.times(factor).encode()).isEqualTo(expected);
      assertThat(base.timesSecret(secret).encode()).isEqualTo(expected);
    }
  }

  @Test
  void twoProductsAgreeWithTheOracle() throws Exception {
    SeededBytes random = new SeededBytes("two");
    Element other = GROUP.generator().times(random.nextScalar());
    EdwardsPoint point = Elisabeth.point(other);
    for (EdwardsScalar factor : factors()) {
      EdwardsScalar otherFactor = random.nextScalar();
      EdwardsPoint expected =
          EdwardsPoint.vartimeDoubleScalarMultiplyBasepoint(
              Elisabeth.scalar(otherFactor), point, Elisabeth.scalar(factor));
      assertThat(GROUP.generatorBase().timesPlus(factor, other, otherFactor).encode())
          .isEqualTo(Elisabeth.text(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8, 33, 79, 80, 81, 200, 700})
  void aSumOfProductsIsTheSumOfTheProducts(int count) {
    SeededBytes random = new SeededBytes("sum" + count);
    List<Scalar> factors = new ArrayList<>(factors().subList(0, Math.min(count, 300)));
    while (factors.size() < count) {
      factors.add(random.nextScalar());
    }
    List<Element> elements = new ArrayList<>();
    Element expected = GROUP.identity();
    for (Scalar factor : factors) {
      Element element = GROUP.generatorBase().times(random.nextScalar());
      elements.add(element);
      expected =
          expected.plus(
              element.timesSecret(new EdwardsSecret(EdwardsScalar.own(factor).limbs().clone())));
    }
    assertThat(GROUP.linearCombination(factors, elements)).isEqualTo(expected);
  }
}
