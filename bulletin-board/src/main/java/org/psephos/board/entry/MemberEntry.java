package org.psephos.board.entry;

/** What one member of a threshold group sends in one step of an attempt. */
public sealed interface MemberEntry extends AttemptEntry
    permits CertificateEntry, CommitmentEntry, DealingEntry, VerificationKeyEntry, ComplaintEntry {

  /** The number of the member in its group, from 1 to {@link ReadyEntry#MOST_TRUSTEES}. */
  int index();
}
