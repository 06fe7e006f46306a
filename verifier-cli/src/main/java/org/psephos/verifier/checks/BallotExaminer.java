package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.ballot.BallotChecker;
import org.psephos.crypto.ballot.BallotOutcome.Refused;
import org.psephos.crypto.ballot.BallotReading;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.group.Scalar;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.record.Shelf;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Subject;

/**
 * Judges many ballots at once: this is where a faster way of judging them together has its place,
 * as long as it judges each as this one does. Safe for use by many threads.
 */
final class BallotExaminer {

  private final Election election;
  private final Shelf shelf;
  private final BallotChecker checker;

  BallotExaminer(Election election, CredentialList credentials, Shelf shelf) {
    this.election = election;
    this.shelf = shelf;
    this.checker = new BallotChecker(election, credentials);
  }

  /** One judgement for each ballot, in the same order. */
  List<BallotJudgement> judge(List<Placed<BallotEntry>> ballots) throws IOException {
    List<BallotJudgement> judgements = new ArrayList<>(ballots.size());
    for (Placed<BallotEntry> ballot : ballots) {
      Optional<BoardObject> object = shelf.takeBallot(ballot);
      judgements.add(
          object.isPresent() ? judge(ballot, object.get()) : new BallotJudgement.Missing());
    }
    return judgements;
  }

  private BallotJudgement judge(Placed<BallotEntry> placed, BoardObject object) {
    Subject subject = Subject.at("ballot", placed.index(), object.hash());
    BallotReading reading = checker.read(object.toByteArray());
    if (reading instanceof BallotReading.Illegible illegible) {
      Refused refused = illegible.refused();
      return new BallotJudgement.Illegible(
          new Fault(
              subject,
              "a ballot of this election in its one spelling",
              refused.reason().code() + " at " + refused.path()));
    }
    BallotReading.Legible legible = (BallotReading.Legible) reading;
    return judge(subject, legible.ballot(), !legible.revealing().isEmpty());
  }

  private BallotJudgement judge(Subject subject, Ballot ballot, boolean revealing) {
    OptionalLong weight = checker.weight(ballot);
    return new BallotJudgement.Legible(
        weight.isPresent()
            ? Optional.empty()
            : fault(subject, "a listed credential", ballot.credential().encode()),
        checker.signatureHolds(ballot)
            ? Optional.empty()
            : fault(
                subject,
                "a signature of this ballot under its credential",
                "one that does not hold"),
        checker
            .firstFalseProof(ballot)
            .flatMap(place -> fault(subject, "a proof that holds", "a false one at " + place)),
        revealing,
        weight.isPresent() ? Optional.of(share(ballot, weight.getAsLong())) : Optional.empty());
  }

  private BallotJudgement.Share share(Ballot ballot, long weight) {
    Scalar factor = election.group().scalar(weight);
    List<List<Ciphertext>> choices =
        ballot.answers().stream()
            .map(
                answer ->
                    weight == 1
                        ? answer.choices()
                        : answer.choices().stream().map(choice -> choice.times(factor)).toList())
            .toList();
    return new BallotJudgement.Share(ballot.credential().encode(), weight, choices);
  }

  private static Optional<Fault> fault(Subject subject, String expected, String found) {
    return Optional.of(new Fault(subject, expected, found));
  }
}
