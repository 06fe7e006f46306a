package org.psephos.verifier.checks;

import java.io.IOException;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;

/**
 * One numbered section of the specification. Sees public data only and never throws for a bad
 * record; what it accepts it leaves in the record for later checks.
 */
interface Check {

  CheckId id();

  /**
   * Examines the record.
   *
   * @throws IOException if the record cannot be read any further
   */
  Finding examine(ElectionRecord record) throws IOException;
}
