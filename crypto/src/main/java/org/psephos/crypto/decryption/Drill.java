package org.psephos.crypto.decryption;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;

/**
 * Sums to practise on (docs/spec protocol.md §7.1): a trustee shows that the share of the key still
 * works, by the same computation as on the day, on ciphertexts that everybody can make from the
 * fingerprint. Nothing that a voter or a server chose is decrypted, and since the randomness is
 * public the factors tell nobody anything.
 */
public final class Drill {

  private Drill() {}

  /** Encryptions of zero with the randomness of the drill, in the shape of the election's tally. */
  public static EncryptedTally sums(Election election) {
    PublicKey key = election.publicKey();
    List<List<Ciphertext>> questions = new ArrayList<>();
    int next = 0;
    for (int choices : EncryptedTally.shapeOf(election)) {
      List<Ciphertext> sums = new ArrayList<>();
      for (int j = 0; j < choices; j++) {
        Scalar r = randomness(election, next++);
        sums.add(new Ciphertext(election.group().generatorBase().times(r), key.base().times(r)));
      }
      questions.add(sums);
    }
    return new EncryptedTally(new PerChoice<>(questions));
  }

  /**
   * Checks both proofs, and each factor against the one that follows from the trustee's key.
   *
   * @throws IllegalArgumentException if the answer has another shape than the sums
   */
  public static Inspection inspect(
      Election election, Owner trustee, PartialDecryption partial, StrongDecryptionProof proof) {
    EncryptedTally sums = sums(election);
    Inspection.Notebook notebook = new Inspection.Notebook();
    notebook.include(partial.inspect(election, sums, trustee.key()));
    notebook.include(proof.inspect(election, sums, trustee, partial));
    List<Element> factors = partial.factors().all();
    List<String> places = partial.factors().places();
    for (int i = 0; i < factors.size(); i++) {
      Element expected = trustee.key().times(randomness(election, i));
      notebook.require(
          factors.get(i).equals(expected),
          "drill-factor",
          "decryption_factors" + places.get(i),
          expected.encode(),
          factors.get(i).encode());
    }
    return notebook.close();
  }

  private static Scalar randomness(Election election, int i) {
    Group group = election.group();
    String text = "psephos/drill/1|" + election.fingerprint().base64() + "|" + i;
    return group.reduce(Digest.sha256(text).toByteArray());
  }
}
