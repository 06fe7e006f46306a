package org.psephos.tally.decryption;

import java.security.SecureRandom;
import org.psephos.crypto.decryption.Drill;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.audit.AuditedSetup;

/** A trustee's answer to the drill of an election that was checked. */
public final class DrillAnswer {

  private DrillAnswer() {}

  /**
   * Decrypts the drill's own ciphertexts, which are computed here and come from nobody.
   *
   * @return what is posted to {@code drills}
   * @throws IllegalArgumentException if the pair is not the owner's
   * @throws IllegalStateException if the key gives other factors than its public part says
   */
  public static byte[] make(
      AuditedSetup setup, Owner owner, TrusteeKeyPair pair, SecureRandom random) {
    Election election = setup.election();
    ProvenDecryption made =
        ProvenDecryption.make(election, Drill.sums(election), owner, pair, random);
    if (!Drill.inspect(election, owner, made.partial(), made.proof()).passed()) {
      throw new IllegalStateException("the key does not decrypt what it should");
    }
    return made.body();
  }
}
