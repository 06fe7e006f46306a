package org.psephos.crypto.threshold;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;

/** Interpolation of a polynomial from its values at the indices of trustees. */
public final class Lagrange {

  private Lagrange() {}

  /**
   * The weights λ_j = Π_{k≠j} k/(k − j), one for each index in the order given: the value at 0 of
   * any polynomial of degree below the number of indices is the sum of λ_j times its value at j.
   *
   * @throws IllegalArgumentException if the list is empty, or an index is below 1 or occurs twice
   */
  public static List<Scalar> atZero(Group group, List<Integer> indices) {
    return at(group, 0, indices);
  }

  /**
   * The same for the value at any point: λ_j = Π_{k≠j} (k − point)/(k − j).
   *
   * @throws IllegalArgumentException as {@link #atZero} does
   */
  public static List<Scalar> at(Group group, int point, List<Integer> indices) {
    if (indices.isEmpty()
        || new HashSet<>(indices).size() != indices.size()
        || indices.stream().anyMatch(index -> index < 1)) {
      throw new IllegalArgumentException("indices are distinct numbers from 1");
    }
    List<Scalar> weights = new ArrayList<>(indices.size());
    for (int index : indices) {
      weights.add(weight(group, point, index, indices));
    }
    return List.copyOf(weights);
  }

  private static Scalar weight(Group group, int point, int index, List<Integer> indices) {
    Scalar numerator = group.scalar(1);
    Scalar denominator = group.scalar(1);
    for (int other : indices) {
      if (other != index) {
        numerator = numerator.times(group.scalar((long) other - point));
        denominator = denominator.times(group.scalar((long) other - index));
      }
    }
    return numerator.times(denominator.invert());
  }
}
