package org.psephos.tally.decryption;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.StrongDecryptionProof;
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
   * Decrypts sums that were recomputed from a whole, checked board, proves it in both ways, and
   * checks the proofs: what a broken machine makes must not leave it.
   *
   * @param owner whose key the pair is
   * @throws IllegalArgumentException if it is not
   */
  public static TrusteeDecryption make(
      AuditedTally audited, Owner owner, TrusteeKeyPair pair, SecureRandom random) {
    if (!owner.key().equals(pair.publicKey())) {
      throw new IllegalArgumentException("the key of another trustee");
    }
    Election election = audited.setup().election();
    EncryptedTally tally = audited.tally();
    PartialDecryption partial = PartialDecryption.make(election, tally, pair, random);
    StrongDecryptionProof proof =
        StrongDecryptionProof.prove(election, tally, owner.number(), pair, partial, random);
    if (!partial.inspect(election, tally, owner.key()).passed()
        || !proof.inspect(election, tally, owner, partial).passed()) {
      throw new IllegalStateException("a proof of our own does not hold");
    }
    return new TrusteeDecryption(
        election.fingerprint(), tally.digest(), body(partial.encode(), proof.encode()));
  }

  private static byte[] body(byte[] partial, byte[] proof) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(Utf8.encode("{\"partial_decryption\":"));
    body.writeBytes(partial);
    body.writeBytes(Utf8.encode(",\"proof\":"));
    body.writeBytes(proof);
    body.writeBytes(Utf8.encode("}"));
    return body.toByteArray();
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
