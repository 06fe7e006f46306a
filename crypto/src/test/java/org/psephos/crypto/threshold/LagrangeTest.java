package org.psephos.crypto.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;

class LagrangeTest {

  @Property(tries = 60)
  void valuesOfAPolynomialGiveItsValueAtZeroAndElsewhere(
      @ForAll @Size(min = 1, max = 8) Set<@IntRange(min = 1, max = 25) Integer> indices,
      @ForAll @IntRange(min = 0, max = 30) int point)
      throws DecodingException {
    Group group = Groups.named("Ed25519");
    List<Integer> at = List.copyOf(indices);
    List<Scalar> coefficients = new ArrayList<>();
    at.forEach(index -> coefficients.add(group.randomScalar(new SecureRandom())));
    List<Scalar> values = at.stream().map(x -> value(group, coefficients, x)).toList();

    assertThat(sum(group, Lagrange.atZero(group, at), values)).isEqualTo(coefficients.get(0));
    assertThat(sum(group, Lagrange.at(group, point, at), values))
        .isEqualTo(value(group, coefficients, point));
  }

  @Test
  void indicesBelowOneRepeatedOrMissingAreRefused() throws DecodingException {
    Group group = Groups.named("Ed25519");

    assertThat(Lagrange.atZero(group, List.of(7))).containsExactly(group.scalar(1));
    for (List<Integer> wrong : List.of(List.<Integer>of(), List.of(0), List.of(2, 2))) {
      assertThatThrownBy(() -> Lagrange.atZero(group, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Scalar value(Group group, List<Scalar> coefficients, int x) {
    Scalar result = group.zero();
    for (int k = coefficients.size() - 1; k >= 0; k--) {
      result = result.times(group.scalar(x)).plus(coefficients.get(k));
    }
    return result;
  }

  private static Scalar sum(Group group, List<Scalar> weights, List<Scalar> values) {
    Scalar sum = group.zero();
    for (int i = 0; i < weights.size(); i++) {
      sum = sum.plus(weights.get(i).times(values.get(i)));
    }
    return sum;
  }
}
