package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BallotEntry;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.Election;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;

/**
 * Reads every ballot once, from the last to the first, and fills the ballot box. Chunks of ballots
 * are judged by several threads; what they found is put in by one, in order.
 */
final class BallotPass {

  private static final int CHUNK = 128;

  private final List<Placed<BallotEntry>> ballots;
  private final BallotBox box;

  private BallotPass(List<Placed<BallotEntry>> ballots, BallotBox box) {
    this.ballots = ballots;
    this.box = box;
  }

  static BallotBox run(ElectionRecord record, Election election, CredentialList credentials)
      throws IOException {
    BallotPass pass = new BallotPass(Absent.history(record).ballots(), new BallotBox(election));
    for (Examination examination :
        List.of(pass.box.shape(), pass.box.listing(), pass.box.signatures(), pass.box.proofs())) {
      examination.expect(pass.ballots.size());
    }
    BallotExaminer examiner = new BallotExaminer(election, credentials, record.shelf());
    record.lanes().run(pass.chunksFromTheEnd(), examiner::judge, pass::put);
    return pass.box;
  }

  /** Runs of neighbours, in each of which and among which the last ballot comes first. */
  private Iterator<List<Placed<BallotEntry>>> chunksFromTheEnd() {
    return new Iterator<>() {
      private int end = ballots.size();

      @Override
      public boolean hasNext() {
        return end > 0;
      }

      @Override
      public List<Placed<BallotEntry>> next() {
        List<Placed<BallotEntry>> chunk =
            new ArrayList<>(ballots.subList(Math.max(0, end - CHUNK), end));
        Collections.reverse(chunk);
        end -= chunk.size();
        return chunk;
      }
    };
  }

  private void put(List<BallotJudgement> judgements) {
    judgements.forEach(this::put);
  }

  private void put(BallotJudgement judgement) {
    if (judgement instanceof BallotJudgement.Legible legible) {
      box.shape().pass();
      conclude(box.listing(), legible.listing());
      conclude(box.signatures(), legible.signature());
      conclude(box.proofs(), legible.proof());
      if (legible.revealing()) {
        box.addRevealing();
      }
      count(legible.share());
    } else {
      if (judgement instanceof BallotJudgement.Illegible illegible) {
        box.shape().fail(illegible.fault());
      }
      box.addUncountable();
    }
  }

  private void count(Optional<BallotJudgement.Share> share) {
    if (share.isPresent()) {
      box.count(share.get().credential(), share.get().weight(), share.get().choices());
    } else {
      box.addUncountable();
    }
  }

  private static void conclude(Examination examination, Optional<Fault> fault) {
    examination.conclude(fault.map(List::of).orElse(List.of()));
  }
}
