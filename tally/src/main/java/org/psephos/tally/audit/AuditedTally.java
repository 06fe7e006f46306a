package org.psephos.tally.audit;

import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.SizedTally;

/**
 * The sums that trustees may open: recomputed from every ballot on a board that was checked whole,
 * and equal to what the board shows. Only {@link BoardAudit} makes one, so that nothing else can be
 * decrypted. Immutable.
 */
public final class AuditedTally {

  private final AuditedSetup setup;
  private final EncryptedTally tally;
  private final SizedTally sized;

  AuditedTally(AuditedSetup setup, EncryptedTally tally, SizedTally sized) {
    this.setup = setup;
    this.tally = tally;
    this.sized = sized;
  }

  public AuditedSetup setup() {
    return setup;
  }

  public EncryptedTally tally() {
    return tally;
  }

  /** How many ballots are in the sums, and how many votes. */
  public SizedTally sized() {
    return sized;
  }
}
