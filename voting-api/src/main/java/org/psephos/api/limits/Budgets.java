package org.psephos.api.limits;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A budget for each key: full at first, spent by one per charge, growing back with time. Remembers
 * a bounded number of keys; the one that was charged longest ago is forgotten first. Thread safe.
 */
final class Budgets {

  private final int full;
  private final long nanosPerUnit;
  private final int keys;
  private final Map<String, Budget> budgets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param full what each key has at first and at most
   * @param nanosPerUnit how long it takes for one to grow back
   * @param keys how many keys are remembered
   */
  Budgets(int full, long nanosPerUnit, int keys) {
    this.full = full;
    this.nanosPerUnit = nanosPerUnit;
    this.keys = keys;
  }

  /** Whether the key has nothing left at this time. */
  synchronized boolean isSpent(String key, long nanos) {
    Budget budget = budgets.get(key);
    return budget != null && budget.at(nanos) < 1;
  }

  /** Takes one from the key's budget, if there is one. */
  synchronized void charge(String key, long nanos) {
    Budget budget = budgets.computeIfAbsent(key, absent -> new Budget(nanos));
    budget.left = Math.max(0, budget.at(nanos) - 1);
    budget.since = nanos;
    if (budgets.size() > keys) {
      budgets.remove(budgets.keySet().iterator().next());
    }
  }

  private final class Budget {
    private double left = full;
    private long since;

    Budget(long since) {
      this.since = since;
    }

    double at(long nanos) {
      return Math.min(full, left + (double) (nanos - since) / nanosPerUnit);
    }
  }
}
