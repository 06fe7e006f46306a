package org.psephos.api.access;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Somebody who showed a valid token.
 *
 * @param election the one election that the token is for; empty for the official
 * @param owner the trustee's number, 0 for other roles
 */
public record Caller(Role role, Optional<String> election, int owner) {

  public Caller {
    requireNonNull(role, "role is null");
    requireNonNull(election, "election is null");
    if ((role == Role.TRUSTEE) != (owner > 0)) {
      throw new IllegalArgumentException("trustees have a number, and nobody else has");
    }
  }

  /** The official of the installation. */
  public static Caller official() {
    return new Caller(Role.OFFICIAL, Optional.empty(), 0);
  }

  /** Whether the token is good for this election. */
  public boolean mayEnter(String uuid) {
    return election.isEmpty() || election.get().equals(uuid);
  }
}
