package org.psephos.crypto.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.hash.Digest;

/**
 * Makes ballots for one election, on the voter's device or in a simulation. Safe for use by many
 * threads if the source of randomness is.
 */
public final class BallotMaker {

  private final Election election;
  private final SecureRandom random;

  public BallotMaker(Election election, SecureRandom random) {
    this.election = election;
    this.random = random;
  }

  /** True if every question is answered and permits its answer; see {@link Question}. */
  public boolean permits(List<List<Integer>> choices) {
    if (choices.size() != election.questions().size()) {
      return false;
    }
    for (int i = 0; i < choices.size(); i++) {
      if (!election.questions().get(i).permits(choices.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Encrypts, proves and signs.
   *
   * @param choices per question, one 0 or 1 per choice, blank first where the question has it
   * @throws IllegalArgumentException unless the election {@link #permits} the choices; the message
   *     does not name them
   */
  public Ballot make(CredentialKey voter, List<List<Integer>> choices) {
    if (!permits(choices)) {
      throw new IllegalArgumentException("the questions do not permit these choices");
    }
    Element credential = voter.credential();
    String context = election.proofContext(credential);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      answers.add(
          AnswerMaker.make(
              election.publicKey(),
              election.questions().get(i),
              List.copyOf(choices.get(i)),
              context,
              random));
    }
    return sign(voter, answers);
  }

  private Ballot sign(CredentialKey voter, List<Answer> answers) {
    Digest hash =
        Ballot.unsignedDigest(election.uuid(), election.fingerprint(), voter.credential(), answers);
    BallotSignature signature =
        new BallotSignature(hash, voter.sign(BallotSignature.prefix(hash), random));
    return new Ballot(
        election.uuid(), election.fingerprint(), voter.credential(), answers, signature);
  }
}
