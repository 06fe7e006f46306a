package org.psephos.verifier.checks;

import java.util.Optional;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.SetupEntry;
import org.psephos.crypto.election.SetupData;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** This is the election that was announced to the user. */
final class V10Fingerprint implements Check {

  private final Digest expected;

  V10Fingerprint(Digest expected) {
    this.expected = expected;
  }

  @Override
  public CheckId id() {
    return CheckId.V10;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    if (Absent.history(record).the(SetupEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.SETUP, Phases.NO_SETUP);
    }
    Optional<Digest> found = record.setup().get().map(SetupData::election);
    if (found.isEmpty()) {
      return Absent.refused(1, "the setup data");
    }
    Examination examination = new Examination();
    examination.require(
        found.get().equals(expected),
        Subject.of("fingerprint"),
        expected.base64(),
        found.get().base64());
    return examination.finding();
  }
}
