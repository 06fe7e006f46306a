package org.psephos.verifier.checks;

import java.util.Set;
import org.psephos.crypto.finding.Inspection;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Subject;
import org.psephos.verifier.report.Warning;

/** Takes over what a mathematical inspection found. */
final class Inspected {

  private Inspected() {}

  /** Counts the inspection's checks and notes its faults about one subject. */
  static void into(Examination examination, Subject subject, Inspection inspection) {
    into(examination, subject, inspection, Set.of());
  }

  /**
   * The same, but without noting faults that an earlier check named.
   *
   * @param said the codes of those
   */
  static void into(
      Examination examination, Subject subject, Inspection inspection, Set<String> said) {
    examination.expect(inspection.checks());
    for (int i = inspection.faults().size(); i < inspection.checks(); i++) {
      examination.pass();
    }
    for (org.psephos.crypto.finding.Finding fault : inspection.faults()) {
      if (said.contains(fault.code())) {
        continue;
      }
      String place = fault.where().isEmpty() ? "" : "at " + fault.where() + ": ";
      examination.fail(new Fault(subject, place + fault.expected(), fault.found()));
    }
  }

  /** Passes the inspection's warnings on. */
  static void warn(ElectionRecord record, Inspection inspection) {
    for (org.psephos.crypto.finding.Finding warning : inspection.warnings()) {
      record.warn(
          new Warning(
              warning.code(),
              warning.where()
                  + ": expected "
                  + warning.expected()
                  + ", found "
                  + warning.found()
                  + "."));
    }
  }
}
