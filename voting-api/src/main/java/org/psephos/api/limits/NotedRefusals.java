package org.psephos.api.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * How many refusals of one caller are noted: enough to see what somebody tried, too few to fill the
 * audit log. Thread safe.
 */
@ApplicationScoped
public class NotedRefusals {

  private static final int KEYS = 10_000;
  private static final int NOTES = 1000;

  private final Budgets callers = new Budgets(NOTES, TimeUnit.SECONDS.toNanos(10), KEYS);

  /** Whether one more refusal of this caller is noted; counts it. */
  public boolean mayNote(String caller) {
    long now = System.nanoTime();
    if (callers.isSpent(caller, now)) {
      return false;
    }
    callers.charge(caller, now);
    return true;
  }
}
