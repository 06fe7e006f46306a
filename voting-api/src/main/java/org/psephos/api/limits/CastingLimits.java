package org.psephos.api.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

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

  /** The leave to work on one request. */
  @FunctionalInterface
  public interface Permit {
    /** The work is done; saying so again changes nothing. */
    void giveBack();
  }

  /**
   * Asks to work on a request from this address.
   *
   * @return empty if it has to come again later
   */
  public Optional<Permit> enter(String address) {
    if (!addresses.isSpent(address, System.nanoTime())) {
      return Optional.of(() -> {});
    }
    return inSlowLane.add(address) ? Optional.of(new SlowLane(address)) : Optional.empty();
  }

  /** Gives back what it took, once: who came in by the open road frees nobody's slow lane. */
  private final class SlowLane implements Permit {
    private final String address;
    private final AtomicBoolean held = new AtomicBoolean(true);

    SlowLane(String address) {
      this.address = address;
    }

    @Override
    public void giveBack() {
      if (held.getAndSet(false)) {
        inSlowLane.remove(address);
      }
    }
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
