package org.psephos.verifier.checks;

import java.util.function.Function;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.OpenEntry;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.History;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Finding;

/** What the checks of ballots after the first one have in common. */
final class Ballots {

  private Ballots() {}

  /** What the one pass over the ballots said about one of its questions. */
  static Finding finding(ElectionRecord record, Function<BallotBox, Examination> question) {
    History history = Absent.history(record);
    if (history.the(OpenEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.OPEN, Phases.NOT_OPEN);
    }
    return record
        .ballotBox()
        .get()
        .map(box -> question.apply(box).finding("a ballot is missing or malformed"))
        .orElseGet(
            () -> Absent.refused(history.ballots().size(), "what ballots are checked against"));
  }
}
