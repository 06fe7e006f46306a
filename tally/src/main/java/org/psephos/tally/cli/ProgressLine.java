package org.psephos.tally.cli;

import org.psephos.tally.audit.AuditProgress;

/** One line on a terminal that says how far the ballots are checked; nothing elsewhere. */
final class ProgressLine implements AuditProgress {

  // Newer Java versions always have a console, and then the line may also go to a file.
  @SuppressWarnings("SystemConsoleNull")
  private final boolean terminal = System.console() != null;

  @Override
  public void ballots(long checked, long all) {
    if (terminal) {
      String end = checked == all ? "\n" : "";
      System.err.print("\rchecked " + checked + " of " + all + " ballots" + end);
      System.err.flush();
    }
  }
}
