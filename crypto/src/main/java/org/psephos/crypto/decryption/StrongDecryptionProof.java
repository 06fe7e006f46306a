package org.psephos.crypto.decryption;

import java.security.SecureRandom;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * One batched proof that a trustee decrypted exactly this tally with the secret of its key
 * (docs/spec protocol.md §7). Unlike the proofs inside a {@link PartialDecryption} its challenge
 * covers every ciphertext and every factor, so neither can be chosen afterwards.
 *
 * @param challenge c
 * @param owner the trustee's number, from 1
 * @param partialDecryption digest of the partial decryption that it belongs to
 * @param response w − x·c
 */
public record StrongDecryptionProof(
    Scalar challenge, int owner, Digest partialDecryption, Scalar response) {

  /** Proves what {@link PartialDecryption#make} has computed with the same key. */
  public static StrongDecryptionProof prove(
      Election election,
      EncryptedTally tally,
      int owner,
      TrusteeKeyPair trustee,
      PartialDecryption partial,
      SecureRandom random) {
    DecryptionStatement statement =
        new DecryptionStatement(election, tally, owner, trustee.publicKey(), partial);
    try (SecretScalar nonce = election.group().randomSecret(random)) {
      return prove(statement, owner, trustee.secret(), partial.digest(), nonce);
    }
  }

  static StrongDecryptionProof prove(
      DecryptionStatement statement,
      int owner,
      SecretScalar secret,
      Digest partial,
      SecretScalar nonce) {
    Group group = statement.key().group();
    Scalar challenge =
        statement.challenge(
            group.generatorBase().timesSecret(nonce), statement.base().timesSecret(nonce));
    try (SecretScalar masked = secret.times(challenge);
        SecretScalar response = nonce.minus(masked)) {
      return new StrongDecryptionProof(challenge, owner, partial, response.reveal());
    }
  }

  /**
   * Reads the object; what it proves is judged by {@link #inspect}.
   *
   * @throws DecodingException unless it is the canonical spelling of a proof
   */
  public static StrongDecryptionProof decode(byte[] bytes, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, Limits.OBJECT));
    Scalar challenge = fields.required("challenge", value -> scalar(value, group));
    int owner = fields.required("owner", Owned::number);
    Digest partial =
        fields.required("partial_decryption", value -> Digest.fromHex(JsonFields.text(value)));
    Scalar response = fields.required("response", value -> scalar(value, group));
    fields.end();
    StrongDecryptionProof proof = new StrongDecryptionProof(challenge, owner, partial, response);
    JsonParser.requireCanonical(bytes, proof.toJson());
    return proof;
  }

  private static Scalar scalar(Json value, Group group) throws DecodingException {
    return group.decodeScalar(JsonFields.text(value));
  }

  /**
   * Checks that the proof is this owner's, about this partial decryption, and that it holds. Every
   * check is made in full, also for an empty tally.
   *
   * @throws IllegalArgumentException if the partial decryption has another shape than the tally
   */
  public Inspection inspect(
      Election election, EncryptedTally tally, Owner trustee, PartialDecryption partial) {
    Inspection.Notebook notebook = new Inspection.Notebook();
    notebook.require(
        owner == trustee.number(),
        "strong-proof-owner",
        "owner",
        Integer.toString(trustee.number()),
        Integer.toString(owner));
    notebook.require(
        partialDecryption.equals(partial.digest()),
        "strong-proof-subject",
        "partial_decryption",
        partial.digest().hex(),
        partialDecryption.hex());
    notebook.require(
        holds(new DecryptionStatement(election, tally, trustee.number(), trustee.key(), partial)),
        "strong-proof",
        "challenge",
        "a proof that holds for all factors under the trustee's key",
        "one that does not");
    return notebook.close();
  }

  private boolean holds(DecryptionStatement statement) {
    Element key = statement.key();
    Group group = key.group();
    Element onGenerator = group.generatorBase().timesPlus(response, key, challenge);
    Element onBase =
        group.linearCombination(
            List.of(response, challenge), List.of(statement.base(), statement.factor()));
    return challenge.equals(statement.challenge(onGenerator, onBase));
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    return Json.Obj.with("challenge", challenge.encode())
        .and("owner", owner)
        .and("partial_decryption", partialDecryption.hex())
        .and("response", response.encode())
        .build();
  }
}
