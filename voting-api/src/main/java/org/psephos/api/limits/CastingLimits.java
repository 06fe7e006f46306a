package org.psephos.api.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Slows down whoever sends ballots that fail, without letting anybody lock a voter out:
 *
 * <ul>
 *   <li>A ballot with a good signature is charged to its credential, which only its voter can sign
 *       for; the budget grows back within seconds.
 *   <li>Everything that fails before is charged to its network address. An address without budget
 *       is served one request at a time, so that a voter behind the same address still gets
 *       through.
 * </ul>
 *
 * Thread safe. Nothing of it is written down.
 */
@ApplicationScoped
public class CastingLimits {

  private static final int KEYS = 100_000;
  private static final int FAILURES = 100;
  private static final int BALLOTS = 20;

  private final Budgets addresses = new Budgets(FAILURES, TimeUnit.SECONDS.toNanos(1), KEYS);
  private final Budgets credentials = new Budgets(BALLOTS, TimeUnit.SECONDS.toNanos(3), KEYS);
  private final Set<String> inSlowLane = ConcurrentHashMap.newKeySet();

  /** Whether a request from this address may be worked on now; then {@link #leave} follows. */
  public boolean enter(String address) {
    return !addresses.isSpent(address, System.nanoTime()) || inSlowLane.add(address);
  }

  /** The work on a request from this address is done. */
  public void leave(String address) {
    inSlowLane.remove(address);
  }

  /** Notes a request that failed before it showed a good signature. */
  public void failed(String address) {
    addresses.charge(address, System.nanoTime());
  }

  /** Whether this credential has sent as many ballots as it may for the moment. */
  public boolean isSpent(String credential) {
    return credentials.isSpent(credential, System.nanoTime());
  }

  /** Notes a new ballot whose signature is by this credential. */
  public void signed(String credential) {
    credentials.charge(credential, System.nanoTime());
  }
}
