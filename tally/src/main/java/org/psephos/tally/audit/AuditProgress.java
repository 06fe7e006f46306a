package org.psephos.tally.audit;

/** Hears how far a long audit has come; always called by the thread that asked for the audit. */
@FunctionalInterface
public interface AuditProgress {

  /** So many of all the ballots are checked. */
  void ballots(long checked, long all);
}
