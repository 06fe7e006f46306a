package org.psephos.verifier.checks;

import java.util.Optional;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Warning;

/** Times never decrease, and the election opened and closed when its rules say. */
final class V07Times implements Check {

  @Override
  public CheckId id() {
    return CheckId.V07;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    record.warn(
        new Warning(
            "times-not-witnessed",
            "When things happened is the operator's word: no witnesses cosigned this board."));
    Optional<Examination> times = record.times().get();
    return times
        .map(examination -> examination.finding("the order of the entries could not be followed"))
        .orElseGet(() -> new Finding.Blocked(1, 0, "the order of the entries is not known"));
  }
}
