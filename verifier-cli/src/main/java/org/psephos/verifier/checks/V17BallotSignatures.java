package org.psephos.verifier.checks;

import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;

/** Every ballot is signed by the holder of its credential. */
final class V17BallotSignatures implements Check {

  @Override
  public CheckId id() {
    return CheckId.V17;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    return Ballots.finding(record, BallotBox::signatures);
  }
}
