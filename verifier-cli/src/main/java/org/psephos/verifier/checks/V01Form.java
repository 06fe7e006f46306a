package org.psephos.verifier.checks;

import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Finding;

/** The file or directory holds what it should, in the order in which it should. */
final class V01Form implements Check {

  private final Examination form;

  V01Form(Examination form) {
    this.form = form;
  }

  @Override
  public CheckId id() {
    return CheckId.V01;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    return form.finding("what the entries refer to could not be read");
  }
}
