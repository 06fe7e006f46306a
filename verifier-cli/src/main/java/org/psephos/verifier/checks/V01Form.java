package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.regex.Pattern;
import org.psephos.board.bundle.BundleFault;
import org.psephos.verifier.record.BoardInput;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The file or directory holds what it should, in the order in which it should. */
final class V01Form implements Check {

  /** A place within an entry or an object: what is wrong there is the business of other checks. */
  private static final Pattern WITHIN = Pattern.compile("entry .*|object/[0-9a-f]{64}.+");

  private final BoardInput input;

  V01Form(BoardInput input) {
    this.input = input;
  }

  @Override
  public CheckId id() {
    return CheckId.V01;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Examination examination = new Examination();
    examination.expect(1);
    boolean isLegible = true;
    for (BundleFault fault : input.formFaults()) {
      if (WITHIN.matcher(fault.path()).matches()) {
        isLegible = false;
      } else {
        examination.fail(
            new Fault(Subject.of("member " + fault.path()), fault.expected(), fault.found()));
      }
    }
    if (isLegible && !examination.hasFaults()) {
      examination.pass();
    }
    return examination.finding("an entry or an object that refers to others is malformed");
  }
}
