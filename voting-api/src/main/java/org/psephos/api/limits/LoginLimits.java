package org.psephos.api.limits;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/**
 * Slows down whoever guesses passwords. Every try is charged to its network address and to the
 * account; both budgets grow back within seconds, so that nobody is locked out for good. An account
 * has a budget of its own for each address that it was logged in from, which strangers elsewhere
 * cannot spend. Thread safe. Nothing of it is written down.
 */
@ApplicationScoped
public class LoginLimits {

  private static final int KEYS = 100_000;
  private static final int BY_ADDRESS = 60;
  private static final int BY_ACCOUNT = 10;

  private final Budgets addresses = new Budgets(BY_ADDRESS, TimeUnit.SECONDS.toNanos(2), KEYS);
  private final Budgets accounts = new Budgets(BY_ACCOUNT, TimeUnit.SECONDS.toNanos(10), KEYS);
  private final KnownPairs known = new KnownPairs(KEYS);

  /** Whether this try may be looked at; counts it. */
  public boolean mayTry(String account, String address) {
    return mayTry(account, address, System.nanoTime());
  }

  synchronized boolean mayTry(String account, String address, long nanos) {
    String key = known.contains(account, address) ? account + " from " + address : account;
    if (addresses.isSpent(address, nanos) || accounts.isSpent(key, nanos)) {
      return false;
    }
    addresses.charge(address, nanos);
    accounts.charge(key, nanos);
    return true;
  }

  /** Notes that the account was logged in from this address. */
  public void succeeded(String account, String address) {
    known.add(account, address);
  }
}
