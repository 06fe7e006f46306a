package org.psephos.tally.aggregation;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PerChoice;
import org.psephos.crypto.decryption.SizedTally;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.group.Group;

/**
 * The weighted sum of ballots, question by question and choice by choice (spec protocol §5). It
 * starts at the identity, which is the sum of no ballots. Not thread safe: sum parts on threads of
 * their own and {@link #merge} them.
 */
public final class BallotSum {

  private final Election election;
  private final List<List<Ciphertext>> sums;
  private int ballots;
  private long weight;

  public BallotSum(Election election) {
    this.election = election;
    Group group = election.group();
    this.sums = new ArrayList<>();
    for (var question : election.questions()) {
      List<Ciphertext> zeros = new ArrayList<>();
      for (int i = 0; i < question.choices(); i++) {
        zeros.add(Ciphertext.identity(group));
      }
      sums.add(zeros);
    }
  }

  /**
   * Adds a valid ballot.
   *
   * @param votes how many votes it counts for, at least 1
   * @throws IllegalArgumentException if the ballot does not have the shape of the questions; the
   *     sum is unchanged
   */
  public void add(Ballot ballot, long votes) {
    requireShape(ballot);
    if (votes < 1) {
      throw new IllegalArgumentException("a weight is at least 1, not " + votes);
    }
    for (int q = 0; q < sums.size(); q++) {
      addWeighted(sums.get(q), ballot.answers().get(q).choices(), votes);
    }
    ballots = Math.addExact(ballots, 1);
    weight = Math.addExact(weight, votes);
  }

  /** Adds what another sum of the same election holds. */
  public void merge(BallotSum other) {
    if (!other.election.equals(election)) {
      throw new IllegalArgumentException("sums of two elections");
    }
    for (int q = 0; q < sums.size(); q++) {
      addWeighted(sums.get(q), other.sums.get(q), 1);
    }
    ballots = Math.addExact(ballots, other.ballots);
    weight = Math.addExact(weight, other.weight);
  }

  /** The sums so far, as the object that trustees decrypt. */
  public EncryptedTally tally() {
    return new EncryptedTally(new PerChoice<>(sums));
  }

  /** The numbers that are published with {@link #tally}. */
  public SizedTally sized() {
    return new SizedTally(ballots, weight, tally().digest());
  }

  /** How many ballots were added. */
  public int ballots() {
    return ballots;
  }

  /** The sum of their weights. */
  public long weight() {
    return weight;
  }

  private void addWeighted(List<Ciphertext> sum, List<Ciphertext> choices, long votes) {
    for (int i = 0; i < sum.size(); i++) {
      Ciphertext choice = choices.get(i);
      Ciphertext weighted = votes == 1 ? choice : choice.times(election.group().scalar(votes));
      sum.set(i, sum.get(i).plus(weighted));
    }
  }

  private void requireShape(Ballot ballot) {
    boolean fits = ballot.answers().size() == sums.size();
    for (int q = 0; fits && q < sums.size(); q++) {
      fits = ballot.answers().get(q).choices().size() == sums.get(q).size();
    }
    if (!fits) {
      throw new IllegalArgumentException("the ballot does not have the shape of the questions");
    }
  }
}
