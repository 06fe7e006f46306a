package org.psephos.board.entry;

/**
 * Something that belongs to one attempt of the threshold key ceremony (docs/spec/key-ceremony.md,
 * section 2).
 */
public sealed interface AttemptEntry extends CeremonyEntry permits MemberEntry, AbandonEntry {

  /** The largest number of attempts on one board. */
  int MOST_ATTEMPTS = 1000;

  /** Which attempt, from 1 to {@link #MOST_ATTEMPTS} in the order of the board. */
  int attempt();
}
