package org.psephos.verifier.report;

import java.util.List;

/** What one check says. */
public sealed interface Finding {

  /** How many things there were to check. */
  long expected();

  /** How many of them are right; never more than {@link #expected}. */
  long passed();

  /** Everything was checked and is right. */
  record Passed(long expected) implements Finding {
    public Passed {
      requireCounts(expected, expected);
    }

    @Override
    public long passed() {
      return expected;
    }
  }

  /**
   * Something is wrong.
   *
   * @param faults at least one, the first ones in board order
   * @param omitted how many more there are
   */
  record Failed(long expected, long passed, List<Fault> faults, long omitted) implements Finding {
    public Failed {
      requireCounts(expected, passed);
      faults = List.copyOf(faults);
      if (faults.isEmpty()) {
        throw new IllegalArgumentException("a failed check names at least one fault");
      }
    }
  }

  /**
   * The election has not come so far; everything there was so far, if anything, is right.
   *
   * @param reason what has not happened yet
   */
  record NotYet(String reason) implements Finding {
    @Override
    public long expected() {
      return 0;
    }

    @Override
    public long passed() {
      return 0;
    }
  }

  /**
   * What could be examined is right, but some of it could not be examined because an earlier check
   * refused it. Stands only beside a check that failed.
   *
   * @param reason what an earlier check refused
   */
  record Blocked(long expected, long passed, String reason) implements Finding {
    public Blocked {
      requireCounts(expected, passed);
      if (passed == expected) {
        throw new IllegalArgumentException("a check with nothing left is not blocked");
      }
    }
  }

  private static void requireCounts(long expected, long passed) {
    if (passed < 0 || passed > expected) {
      throw new IllegalArgumentException(passed + " of " + expected + " passed");
    }
  }
}
