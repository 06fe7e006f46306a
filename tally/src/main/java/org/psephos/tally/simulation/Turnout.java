package org.psephos.tally.simulation;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Who casts which ballot, and what for: drawn before the first vote. Immutable. */
final class Turnout {

  private final int answers;

  /** By ballot. */
  private final int[] voter;

  /** By ballot; as many as there are answers means none of them. */
  private final int[] choice;

  /** By voter, the last ballot. */
  private final int[] last;

  private Turnout(int answers, int[] voter, int[] choice, int[] last) {
    this.answers = answers;
    this.voter = voter;
    this.choice = choice;
    this.last = last;
  }

  /** Everybody votes once, some more often, in random order. */
  static Turnout draw(Plan plan, SecureRandom random) {
    int[] voter = new int[plan.ballots()];
    int[] choice = new int[plan.ballots()];
    for (int i = 0; i < voter.length; i++) {
      voter[i] = i < plan.voters() ? i : random.nextInt(plan.voters());
      choice[i] = random.nextInt(plan.answers() + 1);
    }
    shuffle(voter, random);
    int[] last = new int[plan.voters()];
    for (int i = 0; i < voter.length; i++) {
      last[voter[i]] = i;
    }
    return new Turnout(plan.answers(), voter, choice, last);
  }

  private static void shuffle(int[] numbers, SecureRandom random) {
    for (int i = numbers.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int number = numbers[i];
      numbers[i] = numbers[other];
      numbers[other] = number;
    }
  }

  int voter(int ballot) {
    return voter[ballot];
  }

  /** What a ballot says, as a ballot maker wants it. */
  List<List<Integer>> choices(int ballot) {
    List<Integer> choices = new ArrayList<>(answers);
    for (int answer = 0; answer < answers; answer++) {
      choices.add(answer == choice[ballot] ? 1 : 0);
    }
    return List.of(choices);
  }

  /** Whether no later ballot replaces this one. */
  boolean counts(int ballot) {
    return last[voter[ballot]] == ballot;
  }

  /** What the result must be. */
  List<Long> expected() {
    long[] counts = new long[answers + 1];
    for (int ballot : last) {
      counts[choice[ballot]]++;
    }
    List<Long> expected = new ArrayList<>(answers);
    for (int answer = 0; answer < answers; answer++) {
      expected.add(counts[answer]);
    }
    return List.copyOf(expected);
  }
}
