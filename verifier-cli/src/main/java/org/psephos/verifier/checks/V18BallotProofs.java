package org.psephos.verifier.checks;

import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;

/** Every proof in every ballot holds. */
final class V18BallotProofs implements Check {

  @Override
  public CheckId id() {
    return CheckId.V18;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    return Ballots.finding(record, BallotBox::proofs);
  }
}
