package org.psephos.verifier.checks;

import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;

/** Every ballot was cast with a credential on the list. */
final class V16BallotListing implements Check {

  @Override
  public CheckId id() {
    return CheckId.V16;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    return Ballots.finding(record, BallotBox::listing);
  }
}
