package org.psephos.verifier.checks;

/** What is said of a check whose time has not come. */
final class Phases {

  static final String NO_SETUP = "The definition is not frozen yet.";
  static final String NOBODY_READY = "Nobody has said to be ready yet.";
  static final String NOT_OPEN = "Voting has not begun.";
  static final String NO_TALLY = "The ballots have not been summed yet.";
  static final String NO_DECRYPTION = "No trustee has decrypted yet.";
  static final String NO_RESULT = "No result has been published yet.";

  private Phases() {}
}
