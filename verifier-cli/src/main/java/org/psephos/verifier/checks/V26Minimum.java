package org.psephos.verifier.checks;

import java.util.Optional;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Nobody decrypted the sum of fewer ballots than the rules allow. */
final class V26Minimum implements Check {

  @Override
  public CheckId id() {
    return CheckId.V26;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    if (Absent.history(record).all(PartialDecryptionEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.PARTIAL_DECRYPTION, Phases.NO_DECRYPTION);
    }
    Optional<BallotBox> box = record.ballotBox().get().filter(one -> one.uncountable() == 0);
    Optional<Manifest> manifest = record.manifest().get();
    if (box.isEmpty() || manifest.isEmpty()) {
      return Absent.refused(1, "the rules or a ballot");
    }
    long minimum = manifest.get().rules().minimumBallots();
    Examination examination = new Examination();
    examination.require(
        box.get().counted() >= minimum,
        Subject.of("tally"),
        "at least " + minimum + " ballots that count",
        box.get().counted() + " ballots");
    return examination.finding();
  }
}
