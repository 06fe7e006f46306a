package org.psephos.api.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Somebody who showed a valid token.
 *
 * @param election the one election that the token is for; empty for the whole installation
 * @param owner the trustee's number, 0 for other roles
 * @param account the name of the account that logged in; empty for tokens that name nobody
 */
public record Caller(Role role, Optional<String> election, int owner, Optional<String> account) {

  public Caller {
    requireNonNull(role, "role is null");
    requireNonNull(election, "election is null");
    requireNonNull(account, "account is null");
    if ((role == Role.TRUSTEE) != (owner > 0)) {
      throw new IllegalArgumentException("trustees have a number, and nobody else has");
    }
  }

  /** Whoever holds the token of an installation-wide role, which stands in a file. */
  static Caller holding(Role role) {
    return new Caller(role, Optional.empty(), 0, Optional.empty());
  }

  /** Nobody: the service acts because it is time. */
  public static Caller schedule() {
    return new Caller(Role.SERVICE, Optional.empty(), 0, Optional.of("schedule"));
  }

  /** Somebody with an account. */
  static Caller loggedIn(String account, Role role) {
    return new Caller(role, Optional.empty(), 0, Optional.of(account));
  }

  /** Whoever holds a token for one election. */
  static Caller in(String election, Role role, int owner) {
    return new Caller(role, Optional.of(election), owner, Optional.empty());
  }

  /** Whether the token is good for this election. */
  public boolean mayEnter(String uuid) {
    return election.isEmpty() || election.get().equals(uuid);
  }
}
