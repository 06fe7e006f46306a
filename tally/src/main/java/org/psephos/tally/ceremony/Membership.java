package org.psephos.tally.ceremony;

import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;

/**
 * Which member of which group somebody agreed to be. It comes from people, not from the board.
 *
 * @param index from 1 to {@code size}
 * @param size the number of members
 * @param threshold how many of them can decrypt
 */
public record Membership(ElectionId election, Group group, int index, int size, int threshold) {

  public Membership {
    Ceremony first = new Ceremony(election, 1, group, size, threshold);
    if (index < 1 || index > first.size()) {
      throw new IllegalArgumentException("a member's index is from 1 to " + size);
    }
  }

  /** An attempt of this group. */
  public Ceremony ceremony(int attempt) {
    return new Ceremony(election, attempt, group, size, threshold);
  }
}
