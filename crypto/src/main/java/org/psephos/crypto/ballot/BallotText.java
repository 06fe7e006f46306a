package org.psephos.crypto.ballot;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Proof;

/**
 * What a ballot says before any of its numbers is read: enough to judge its spelling, its election,
 * its shape and its credential without arithmetic. This class alone knows the JSON of a ballot.
 */
record BallotText(
    String electionUuid,
    String electionHash,
    String credential,
    List<Layout<CiphertextText, ProofText>> answers,
    String signatureHash,
    ProofText signatureProof) {

  /**
   * Reads a ballot.
   *
   * @throws DecodingException if it is not a ballot, or not in its one spelling; that the numbers
   *     in it are in theirs is checked when they are read
   */
  static BallotText decode(byte[] bytes) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, Limits.OBJECT));
    JsonFields signature = fields.required("signature", JsonFields::of);
    BallotText ballot =
        new BallotText(
            fields.text("election_uuid"),
            fields.text("election_hash"),
            fields.text("credential"),
            fields.list(
                "answers",
                answer -> Layout.decode(answer, CiphertextText::decode, ProofText::decode)),
            signature.text("hash"),
            signature.required("proof", ProofText::decode));
    fields.end();
    signature.end();
    JsonParser.requireCanonical(bytes, ballot.toJson());
    return ballot;
  }

  private Json toJson() {
    return unsigned(electionUuid, electionHash, credential, answersJson())
        .and("signature", signature(signatureHash, signatureProof.toJson()))
        .build();
  }

  private Json answersJson() {
    return new Json.Arr(
        answers.stream()
            .map(answer -> answer.toJson(CiphertextText::toJson, ProofText::toJson))
            .toList());
  }

  /** The digest that the signature must be over. */
  Digest unsignedDigest() {
    return Digest.sha256(
        unsigned(electionUuid, electionHash, credential, answersJson()).build().toBytes());
  }

  /** The ballot without its signature. */
  static Json.Builder unsigned(
      String electionUuid, String electionHash, String credential, Json answers) {
    return Json.Obj.with("election_uuid", electionUuid)
        .and("election_hash", electionHash)
        .and("credential", credential)
        .and("answers", answers);
  }

  static Json signature(String hash, Json proof) {
    return Json.Obj.with("hash", hash).and("proof", proof).build();
  }

  /**
   * Reads every number.
   *
   * @throws DecodingException for the first that is not the canonical text of a member of the group
   *     or of a number below q
   */
  Ballot read(Group group) throws DecodingException {
    return new Ballot(
        part("election_uuid", () -> ElectionId.decode(electionUuid)),
        part("election_hash", () -> Digest.fromBase64(electionHash)),
        readCredential(group),
        readAnswers(group),
        readSignature(group));
  }

  Element readCredential(Group group) throws DecodingException {
    try {
      return PublicKey.decodeElement(credential, group);
    } catch (DecodingException e) {
      throw new DecodingException(e.reason(), "credential", e.expected(), e.found());
    }
  }

  BallotSignature readSignature(Group group) throws DecodingException {
    return part(
        "signature",
        () ->
            new BallotSignature(
                part("hash", () -> Digest.fromBase64(signatureHash)),
                part("proof", () -> signatureProof.read(group))));
  }

  private List<Answer> readAnswers(Group group) throws DecodingException {
    List<Answer> read = new ArrayList<>(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      Layout<CiphertextText, ProofText> answer = answers.get(i);
      read.add(part("answers[" + i + "]", () -> Answer.of(readAnswer(answer, group))));
    }
    return read;
  }

  private static Layout<Ciphertext, Proof> readAnswer(
      Layout<CiphertextText, ProofText> answer, Group group) throws DecodingException {
    return answer.map(ciphertext -> ciphertext.read(group), proof -> proof.read(group));
  }

  /** Reads one part. */
  @FunctionalInterface
  private interface Part<T> {
    T read() throws DecodingException;
  }

  private static <T> T part(String name, Part<T> part) throws DecodingException {
    try {
      return part.read();
    } catch (DecodingException e) {
      throw e.within(name);
    }
  }
}
