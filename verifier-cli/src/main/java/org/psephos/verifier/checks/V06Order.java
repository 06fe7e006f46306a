package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.ReadEntry;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Finding;

/** Every entry stands where the grammar of boards allows it. */
final class V06Order implements Check {

  @Override
  public CheckId id() {
    return CheckId.V06;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Examination order = new Examination();
    Examination times = new Examination();
    Chronicle chronicle = new Chronicle(record.shelf(), order, times);
    List<ReadEntry> entries = record.board().entries();
    for (int index = 0; index < entries.size(); index++) {
      chronicle.follow(index, entries.get(index));
    }
    record.history().accept(chronicle.history());
    record.times().accept(times);
    chronicle.attempt().ifPresent(record.attempt()::accept);
    return order.finding("what an entry before says could not be read");
  }
}
