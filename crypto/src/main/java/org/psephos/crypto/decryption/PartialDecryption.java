package org.psephos.crypto.decryption;

import java.security.SecureRandom;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.EqualLogarithms;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * One trustee's part in opening the sums (protocol §10). Its own proofs do not cover the
 * ciphertexts and factors, so our elections also demand a {@link StrongDecryptionProof}.
 *
 * @param factors x·alpha for every sum
 * @param proofs one for each factor, in the same shape
 */
public record PartialDecryption(PerChoice<Element> factors, PerChoice<Proof> proofs) {

  private static final Limits LIMITS = new Limits(64 << 20, 16, 20_000);

  public PartialDecryption {
    if (!factors.shape().equals(proofs.shape())) {
      throw new IllegalArgumentException("not as many proofs as factors");
    }
  }

  /**
   * Decrypts every sum with one trustee's secret. The caller has verified the whole board before: a
   * trustee who decrypts what a server merely claims to be the tally may open a single ballot.
   */
  public static PartialDecryption make(
      Election election, EncryptedTally tally, TrusteeKeyPair trustee, SecureRandom random) {
    String prefix = prefix(election, trustee.publicKey());
    PerChoice<Element> factors = tally.sums().map(sum -> sum.alpha().timesSecret(trustee.secret()));
    PerChoice<Proof> proofs =
        tally
            .sums()
            .map(sum -> EqualLogarithms.prove(prefix, sum.alpha(), trustee.secret(), random));
    return new PartialDecryption(factors, proofs);
  }

  /**
   * Reads a partial decryption of this tally.
   *
   * @throws DecodingException unless it is the canonical spelling of members of the group and
   *     proofs, both shaped as the tally is
   */
  public static PartialDecryption decode(byte[] bytes, EncryptedTally tally, Group group)
      throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, LIMITS));
    PerChoice<Element> factors =
        fields.required(
            "decryption_factors",
            table -> PerChoice.decode(table, value -> group.decode(JsonFields.text(value))));
    PerChoice<Proof> proofs =
        fields.required(
            "decryption_proofs",
            table -> PerChoice.decode(table, value -> Proof.decode(value, group)));
    fields.end();
    factors.requireShape("decryption_factors", tally.sums().shape());
    proofs.requireShape("decryption_proofs", tally.sums().shape());
    PartialDecryption partial = new PartialDecryption(factors, proofs);
    JsonParser.requireCanonical(bytes, partial.toJson());
    return partial;
  }

  /**
   * Checks the proof of every factor under the owner's key.
   *
   * @throws IllegalArgumentException if the tally has another shape
   */
  public Inspection inspect(Election election, EncryptedTally tally, Element key) {
    requireShapeOf(tally);
    String prefix = prefix(election, key);
    List<Ciphertext> sums = tally.sums().all();
    List<Element> images = factors.all();
    List<Proof> claims = proofs.all();
    List<String> places = factors.places();
    Inspection.Notebook notebook = new Inspection.Notebook();
    for (int i = 0; i < sums.size(); i++) {
      notebook.require(
          EqualLogarithms.verify(prefix, key, sums.get(i).alpha(), images.get(i), claims.get(i)),
          "partial-decryption-proof",
          "decryption_proofs" + places.get(i),
          "a proof that holds for the factor under the trustee's key",
          "one that does not");
    }
    return notebook.close();
  }

  void requireShapeOf(EncryptedTally tally) {
    if (!tally.sums().shape().equals(factors.shape())) {
      throw new IllegalArgumentException("a partial decryption of another tally");
    }
  }

  private static String prefix(Election election, Element key) {
    return "decrypt|" + election.fingerprint().base64() + "|" + key.encode() + "|";
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  public Digest digest() {
    return Digest.sha256(encode());
  }

  private Json toJson() {
    return Json.Obj.with("decryption_factors", factors.toJson(f -> new Json.Text(f.encode())))
        .and("decryption_proofs", proofs.toJson(Proof::toJson))
        .build();
  }
}
