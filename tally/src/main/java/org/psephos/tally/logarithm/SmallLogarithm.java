package org.psephos.tally.logarithm;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/**
 * Finds counts in {@code [0, bound]} by baby steps and giant steps (Shanks 1971). The table is made
 * once and serves every choice of an election; a search costs at most {@code bound / table size +
 * 1} additions and always ends. Immutable and safe for use by many threads.
 */
public final class SmallLogarithm {

  /** The largest total weight of an election of ours. */
  public static final long LARGEST_BOUND = 1_000_000_000L;

  /** Keeps the table below some 60 MB in the 2048-bit groups. */
  private static final int LARGEST_TABLE = 1 << 17;

  private final Map<Element, Integer> babySteps;
  private final Element giantStep;
  private final long bound;

  private SmallLogarithm(Map<Element, Integer> babySteps, Element giantStep, long bound) {
    this.babySteps = babySteps;
    this.giantStep = giantStep;
    this.bound = bound;
  }

  /**
   * Prepares searches.
   *
   * @param group the group of the elements to come
   * @param bound the largest count, 0 to {@link #LARGEST_BOUND}
   * @param searches how many searches are planned, at least 1; more of them justify a larger table
   */
  public static SmallLogarithm upTo(Group group, long bound, int searches) {
    if (bound < 0 || bound > LARGEST_BOUND || searches < 1) {
      throw new IllegalArgumentException("bound " + bound + " or searches " + searches);
    }
    int size = tableSize(bound, searches);
    Map<Element, Integer> table = new HashMap<>(size * 4 / 3 + 1);
    Element step = group.identity();
    for (int i = 0; i < size; i++) {
      table.put(step, i);
      step = step.plus(group.generator());
    }
    return new SmallLogarithm(table, step, bound);
  }

  private static int tableSize(long bound, int searches) {
    long balanced = (long) Math.ceil(Math.sqrt((double) bound * (double) searches));
    return (int) Math.max(1, Math.min(balanced, Math.min(bound + 1, LARGEST_TABLE)));
  }

  /**
   * The count with {@code element = count·g}, or nothing if there is none in the range, which means
   * that a decryption factor or the tally is wrong.
   */
  public OptionalLong of(Element element) {
    Element rest = element;
    for (long offset = 0; offset <= bound; offset += babySteps.size()) {
      Integer step = babySteps.get(rest);
      if (step != null) {
        long count = offset + step;
        return count <= bound ? OptionalLong.of(count) : OptionalLong.empty();
      }
      rest = rest.minus(giantStep);
    }
    return OptionalLong.empty();
  }
}
