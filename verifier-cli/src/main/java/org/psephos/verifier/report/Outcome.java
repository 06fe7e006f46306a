package org.psephos.verifier.report;

/** The four things that a verdict can say, with the exit code that stands for each. */
public enum Outcome {
  /** Every check passed and the election is over. */
  VERIFIED("verified", 0),
  /** At least one check failed. */
  FALSIFIED("falsified", 1),
  /** There is no board that could be judged. */
  UNREADABLE("unreadable", 2),
  /** Nothing failed, and the election is not over. */
  INCOMPLETE("incomplete", 3);

  private final String word;
  private final int exitCode;

  Outcome(String word, int exitCode) {
    this.word = word;
    this.exitCode = exitCode;
  }

  /** The value in the machine-readable report. */
  public String word() {
    return word;
  }

  public int exitCode() {
    return exitCode;
  }
}
