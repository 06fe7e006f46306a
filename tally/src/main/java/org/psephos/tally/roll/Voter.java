package org.psephos.tally.roll;

import java.util.List;

/**
 * One line of the electoral roll.
 *
 * @param login how the registrar knows the voter; never leaves the registrar's machine
 * @param weight how many votes the ballot counts for, at least 1
 * @param kept what else the list says, for the letters, in the order of its columns; may be empty
 */
public record Voter(String login, long weight, List<String> kept) {

  public Voter {
    if (login.isBlank() || weight < 1) {
      throw new IllegalArgumentException("a voter has a login and a weight of at least 1");
    }
    kept = List.copyOf(kept);
  }

  /** A voter of whom nothing else is known. */
  public Voter(String login, long weight) {
    this(login, weight, List.of());
  }
}
