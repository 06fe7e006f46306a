package org.psephos.verifier.checks;

import java.util.List;
import org.psephos.verifier.record.Board;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.ReadEntry;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Every entry is of a known kind, in its one spelling. */
final class V05Entries implements Check {

  @Override
  public CheckId id() {
    return CheckId.V05;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    Board board = record.board();
    Examination examination = new Examination();
    List<ReadEntry> entries = board.entries();
    examination.expect(Math.max(entries.size(), board.checkpoint().checkpoint().size()));
    for (int index = 0; index < entries.size(); index++) {
      if (entries.get(index) instanceof ReadEntry.Malformed malformed) {
        examination.fail(Fault.of(Subject.at("entry", index), malformed.problem()));
      } else {
        examination.pass();
      }
    }
    board
        .brokenOff()
        .ifPresent(e -> examination.fail(Fault.of(Subject.at("entry", entries.size()), e)));
    return examination.finding("the entries that the checkpoint counts are not all there");
  }
}
