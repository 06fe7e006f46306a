package org.psephos.tally.decryption;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/** A partial decryption with both of its proofs, checked before anybody sees it. */
record ProvenDecryption(PartialDecryption partial, StrongDecryptionProof proof) {

  /**
   * Decrypts, proves it in both ways, and checks the proofs: what a broken machine makes must not
   * leave it.
   *
   * @throws IllegalArgumentException if the pair is not the owner's
   */
  static ProvenDecryption make(
      Election election,
      EncryptedTally sums,
      Owner owner,
      TrusteeKeyPair pair,
      SecureRandom random) {
    if (!owner.key().equals(pair.publicKey())) {
      throw new IllegalArgumentException("the key of another trustee");
    }
    PartialDecryption partial = PartialDecryption.make(election, sums, pair, random);
    StrongDecryptionProof proof =
        StrongDecryptionProof.prove(election, sums, owner.number(), pair, partial, random);
    if (!partial.inspect(election, sums, owner.key()).passed()
        || !proof.inspect(election, sums, owner, partial).passed()) {
      throw new IllegalStateException("a proof of our own does not hold");
    }
    return new ProvenDecryption(partial, proof);
  }

  /** What is posted: both objects in their own spelling. */
  byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(Utf8.encode("{\"partial_decryption\":"));
    body.writeBytes(partial.encode());
    body.writeBytes(Utf8.encode(",\"proof\":"));
    body.writeBytes(proof.encode());
    body.writeBytes(Utf8.encode("}"));
    return body.toByteArray();
  }
}
