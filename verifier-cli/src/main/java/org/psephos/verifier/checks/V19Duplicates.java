package org.psephos.verifier.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.OpenEntry;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.History;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** No two Ballot entries refer to the same object. */
final class V19Duplicates implements Check {

  @Override
  public CheckId id() {
    return CheckId.V19;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    History history = Absent.history(record);
    if (history.the(OpenEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.OPEN, Phases.NOT_OPEN);
    }
    List<Placed<BallotEntry>> ballots = history.ballots();
    Examination examination = new Examination().orNothing();
    examination.expect(ballots.size());
    Map<Digest, Long> first = new HashMap<>();
    for (Placed<BallotEntry> ballot : ballots) {
      Digest hash = ballot.entry().payload();
      Long earlier = first.putIfAbsent(hash, ballot.index());
      if (earlier == null) {
        examination.pass();
      } else {
        examination.fail(
            new Fault(
                Subject.at("ballot", ballot.index(), hash),
                "a ballot that is not on the board yet",
                "the one at index " + earlier));
      }
    }
    return examination.finding();
  }
}
