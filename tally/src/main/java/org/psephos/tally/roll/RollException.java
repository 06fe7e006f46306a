package org.psephos.tally.roll;

import java.util.List;

/** A voter list that cannot be used as it is: every fault with its line. */
public final class RollException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 20;

  RollException(String message) {
    super(message);
  }

  static RollException of(List<String> faults) {
    String shown = String.join("\n  ", faults.subList(0, Math.min(SHOWN, faults.size())));
    String more = faults.size() > SHOWN ? "\n  and " + (faults.size() - SHOWN) + " more" : "";
    return new RollException("the voter list has faults:\n  " + shown + more);
  }
}
