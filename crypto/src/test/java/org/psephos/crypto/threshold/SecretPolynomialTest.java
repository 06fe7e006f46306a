package org.psephos.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

class SecretPolynomialTest {

  private final SecureRandom random = SeededRandom.of("polynomial");

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048", "RFC-3526-2048"})
  void itsValuesFitItsCommitmentsAndInterpolateToTheConstantTerm(String name) throws Exception {
    Group group = Groups.named(name);
    for (int threshold : new int[] {1, 2, 4}) {
      try (SecretPolynomial polynomial = SecretPolynomial.random(group, threshold, random)) {
        List<Integer> at = IntStream.rangeClosed(3, 2 + threshold).boxed().toList();
        List<Scalar> weights = Lagrange.atZero(group, at);
        Element constant = group.identity();
        for (int k = 0; k < threshold; k++) {
          try (SecretScalar value = polynomial.at(at.get(k))) {
            Element image = group.generatorBase().timesSecret(value);
            assertThat(image).isEqualTo(evaluated(polynomial.commitments(), at.get(k)));
            constant = constant.plus(image.times(weights.get(k)));
          }
        }
        assertThat(constant).isEqualTo(polynomial.commitments().get(0));
        assertThat(polynomial.commitments()).hasSize(threshold).doesNotHaveDuplicates();
      }
    }
  }

  private static Element evaluated(List<Element> commitments, int index) {
    Group group = commitments.get(0).group();
    Element sum = group.identity();
    for (int k = commitments.size() - 1; k >= 0; k--) {
      sum = sum.times(group.scalar(index)).plus(commitments.get(k));
    }
    return sum;
  }

  @Test
  void itIsRestoredFromItsBytesAndFromNothingElse() throws Exception {
    Group group = Groups.named("Ed25519");
    SecretPolynomial polynomial = SecretPolynomial.random(group, 3, random);
    byte[] bytes = polynomial.exposeBytes();

    assertThat(bytes).hasSize(96);
    assertThat(SecretPolynomial.restore(group, bytes).commitments())
        .isEqualTo(polynomial.commitments());
    for (int length : new int[] {0, 31, 95, 97}) {
      assertThatThrownBy(() -> SecretPolynomial.restore(group, new byte[length]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void itIsUselessOnceClosed() throws Exception {
    SecretPolynomial polynomial = SecretPolynomial.random(Groups.named("Ed25519"), 2, random);
    polynomial.at(1).close();
    polynomial.close();

    assertThatThrownBy(() -> polynomial.at(1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(polynomial::exposeBytes).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void thereIsNoShareAtZeroAndNoPolynomialWithoutCoefficients() throws Exception {
    Group group = Groups.named("Ed25519");
    SecretPolynomial polynomial = SecretPolynomial.random(group, 2, random);

    assertThatThrownBy(() -> polynomial.at(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SecretPolynomial.random(group, 0, random))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** All zeros first: a coefficient that is zero must be drawn again. */
  @Test
  void aZeroCoefficientIsDrawnAgain() throws Exception {
    Group group = Groups.named("Ed25519");
    List<Integer> drawn = new ArrayList<>();
    SecureRandom zeroFirst =
        new SecureRandom() {
          private static final long serialVersionUID = 1L;

          @Override
          public void nextBytes(byte[] bytes) {
            drawn.add(bytes.length);
            java.util.Arrays.fill(bytes, (byte) (drawn.size() == 1 ? 0 : 1));
          }
        };

    assertThat(SecretPolynomial.random(group, 1, zeroFirst).commitments().get(0).isIdentity())
        .isFalse();
    assertThat(drawn).hasSize(2);
  }
}
