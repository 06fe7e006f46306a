package org.psephos.tally.roll;

/**
 * One line of the electoral roll.
 *
 * @param login how the registrar knows the voter; never leaves the registrar's machine
 * @param weight how many votes the ballot counts for, at least 1
 */
public record Voter(String login, long weight) {

  public Voter {
    if (login.isBlank() || weight < 1) {
      throw new IllegalArgumentException("a voter has a login and a weight of at least 1");
    }
  }
}
