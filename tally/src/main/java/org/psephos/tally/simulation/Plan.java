package org.psephos.tally.simulation;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;
import org.psephos.board.entry.Rules;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.trustee.Trustees;

/**
 * What is simulated: one question, of whose answers a ballot chooses one or none.
 *
 * @param ballots how many are cast, 1 to {@link #MOST_BALLOTS}
 * @param answers of the question, 1 to {@link Question#MAX_ANSWERS}
 * @param revotes how many ballots in a hundred replace an earlier one, 0 to {@link #MOST_REVOTES}
 * @param trustees 1 to {@link Trustees#MAX_OWNERS}
 * @param threshold how many of them decrypt, 1 to {@code trustees}, as a threshold group; if empty,
 *     all of them do, each with a key of its own
 */
public record Plan(
    Group group, int ballots, int answers, int revotes, int trustees, OptionalInt threshold) {

  /** The most ballots of a simulation. */
  public static final int MOST_BALLOTS = (int) Rules.MOST_VOTERS;

  /** The largest share of ballots that replace others. */
  public static final int MOST_REVOTES = 90;

  public Plan {
    requireNonNull(group, "group is null");
    within("ballots", ballots, 1, MOST_BALLOTS);
    within("answers", answers, 1, Question.MAX_ANSWERS);
    within("revotes", revotes, 0, MOST_REVOTES);
    within("trustees", trustees, 1, Trustees.MAX_OWNERS);
    threshold.ifPresent(needed -> within("threshold", needed, 1, trustees));
  }

  /** With trustees who are all needed. */
  public Plan(Group group, int ballots, int answers, int revotes, int trustees) {
    this(group, ballots, answers, revotes, trustees, OptionalInt.empty());
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", not " + value);
    }
  }

  /** The number of voters; each of them votes at least once. */
  public int voters() {
    return ballots - (int) ((long) ballots * revotes / 100);
  }
}
