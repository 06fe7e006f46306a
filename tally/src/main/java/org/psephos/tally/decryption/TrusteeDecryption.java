package org.psephos.tally.decryption;

import java.security.SecureRandom;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.audit.AuditedTally;

/** One trustee's part in opening the sums of one election, as it is sent. Immutable. */
public final class TrusteeDecryption {

  private final Digest fingerprint;
  private final Digest tally;
  private final byte[] body;

  TrusteeDecryption(Digest fingerprint, Digest tally, byte[] body) {
    this.fingerprint = fingerprint;
    this.tally = tally;
    this.body = body.clone();
  }

  /**
   * Decrypts sums that were recomputed from a whole, checked board, and proves it in both ways.
   *
   * @param owner whose key the pair is
   * @throws IllegalArgumentException if it is not
   */
  public static TrusteeDecryption make(
      AuditedTally audited, Owner owner, TrusteeKeyPair pair, SecureRandom random) {
    Election election = audited.setup().election();
    EncryptedTally tally = audited.tally();
    ProvenDecryption made = ProvenDecryption.make(election, tally, owner, pair, random);
    return new TrusteeDecryption(election.fingerprint(), tally.digest(), made.body());
  }

  /** Whether these are the sums that were decrypted. */
  public boolean isOf(AuditedTally audited) {
    return fingerprint.equals(audited.setup().fingerprint())
        && tally.equals(audited.tally().digest());
  }

  /** The election whose sums were decrypted. */
  public Digest fingerprint() {
    return fingerprint;
  }

  /** The digest of the sums. */
  public Digest tally() {
    return tally;
  }

  /** What is posted to {@code partial-decryptions}. */
  public byte[] body() {
    return body.clone();
  }
}
