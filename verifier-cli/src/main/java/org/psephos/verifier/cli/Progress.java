package org.psephos.verifier.cli;

import java.io.PrintWriter;
import org.psephos.verifier.checks.Verification;

/** Shows on a terminal which check is running, in one line that disappears at the end. */
final class Progress implements Verification.Progress, AutoCloseable {

  private static final String ERASE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean isTerminal;

  Progress(PrintWriter err, boolean isTerminal) {
    this.err = err;
    this.isTerminal = isTerminal;
  }

  @Override
  public void starts(String check) {
    show(ERASE + "checking " + check + " ...");
  }

  @Override
  public void close() {
    show(ERASE);
  }

  private void show(String text) {
    if (isTerminal) {
      err.print(text);
      err.flush();
    }
  }
}
