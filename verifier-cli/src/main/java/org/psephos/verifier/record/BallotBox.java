package org.psephos.verifier.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.verifier.report.Examination;

/**
 * What all ballots together say: the examinations of each check on ballots, and the weighted sums
 * of those that count. Ballots are put in from the last to the first, so that of each credential
 * the first one put in is the one that counts, and no ballot has to be kept.
 */
public final class BallotBox {

  private final Examination shape = new Examination().orNothing();
  private final Examination listing = new Examination().orNothing();
  private final Examination signatures = new Examination().orNothing();
  private final Examination proofs = new Examination().orNothing();
  private final Set<String> credentials = new HashSet<>();
  private final List<List<Ciphertext>> sums = new ArrayList<>();
  private long uncountable;
  private long revealing;
  private long weight;

  /** An empty box. */
  public BallotBox(Election election) {
    Ciphertext nothing = Ciphertext.identity(election.group());
    election
        .questions()
        .forEach(
            question ->
                sums.add(new ArrayList<>(Collections.nCopies(question.choices(), nothing))));
  }

  /** V15: every ballot has its shape. */
  public Examination shape() {
    return shape;
  }

  /** V16: every ballot's credential is listed. */
  public Examination listing() {
    return listing;
  }

  /** V17: every signature holds. */
  public Examination signatures() {
    return signatures;
  }

  /** V18: every proof holds. */
  public Examination proofs() {
    return proofs;
  }

  /**
   * Adds a ballot, unless a later one of the same credential is already in the box.
   *
   * @param choices its ciphertexts, each times the weight
   */
  public void count(String credential, long ballotWeight, List<List<Ciphertext>> choices) {
    if (!credentials.add(credential)) {
      return;
    }
    weight = Math.addExact(weight, ballotWeight);
    for (int i = 0; i < sums.size(); i++) {
      List<Ciphertext> question = sums.get(i);
      for (int j = 0; j < question.size(); j++) {
        question.set(j, question.get(j).plus(choices.get(i).get(j)));
      }
    }
  }

  /** Notes a ballot of which nobody can say whether and with which weight it counts. */
  public void addUncountable() {
    uncountable++;
  }

  /** Notes a ballot with a ciphertext that anyone can read. */
  public void addRevealing() {
    revealing++;
  }

  /** How many ballots cannot be counted; the sums mean nothing unless there are none. */
  public long uncountable() {
    return uncountable;
  }

  /** How many ballots have a ciphertext that anyone can read. */
  public long revealing() {
    return revealing;
  }

  /** The number of ballots that count. */
  public long counted() {
    return credentials.size();
  }

  /** The sum of their weights. */
  public long weight() {
    return weight;
  }

  /** For each question and choice the sum of the ballots that count. */
  public List<List<Ciphertext>> sums() {
    return sums.stream().map(List::copyOf).toList();
  }
}
