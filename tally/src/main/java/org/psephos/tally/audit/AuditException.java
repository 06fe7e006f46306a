package org.psephos.tally.audit;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.finding.Finding;
import org.psephos.crypto.finding.Inspection;

/**
 * The board is not what it must be, so no secret may be used on it. The message says what was
 * expected; it may hold text from outside, so escape it before showing it.
 */
public final class AuditException extends Exception {

  private static final long serialVersionUID = 1L;

  public AuditException(String message) {
    super(message);
  }

  static AuditException malformed(String what, DecodingException e) {
    return new AuditException(what + ": " + e.getMessage());
  }

  /** Throws unless it holds. */
  static void require(boolean holds, String otherwise) throws AuditException {
    if (!holds) {
      throw new AuditException(otherwise);
    }
  }

  /** Throws for the first fault, or if nothing was looked at. */
  static void require(Inspection inspection, String what) throws AuditException {
    if (!inspection.passed()) {
      List<Finding> faults = inspection.faults();
      throw new AuditException(what + ": " + (faults.isEmpty() ? "not checked" : faults.get(0)));
    }
  }
}
