package org.psephos.crypto.ballot;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Proof;

/**
 * A ballot of version 1 (protocol §6). Immutable. Every number in it is canonical and a member of
 * the group; that the ballot is valid in an election is for {@link BallotChecker} to say.
 *
 * @param uuid the election it names
 * @param fingerprint the fingerprint of the election it names
 * @param credential the voter's public credential, never the identity
 * @param answers one per question
 * @param signature over everything before it
 */
public record Ballot(
    ElectionId uuid,
    Digest fingerprint,
    Element credential,
    List<Answer> answers,
    BallotSignature signature) {

  public Ballot {
    answers = List.copyOf(answers);
    if (credential.isIdentity()) {
      throw new IllegalArgumentException("a credential is not the identity");
    }
  }

  /**
   * Reads a ballot strictly: the bytes are its one spelling, down to every number.
   *
   * @throws DecodingException otherwise
   */
  public static Ballot decode(byte[] bytes, Group group) throws DecodingException {
    return BallotText.decode(bytes).read(group);
  }

  /** The bytes of the ballot, which are what the tracker is over. */
  public byte[] encode() {
    return unsigned(uuid, fingerprint, credential, answers)
        .and(
            "signature",
            BallotText.signature(signature.hash().base64(), signature.proof().toJson()))
        .build()
        .toBytes();
  }

  /** The ballot's name: SHA-256 of its bytes. */
  public Digest tracker() {
    return tracker(encode());
  }

  /** The name of a ballot that is still bytes. */
  public static Digest tracker(byte[] ballot) {
    return Digest.sha256(ballot);
  }

  /** The digest that the signature must be over. */
  Digest unsignedDigest() {
    return unsignedDigest(uuid, fingerprint, credential, answers);
  }

  static Digest unsignedDigest(
      ElectionId uuid, Digest fingerprint, Element credential, List<Answer> answers) {
    return Digest.sha256(unsigned(uuid, fingerprint, credential, answers).build().toBytes());
  }

  private static Json.Builder unsigned(
      ElectionId uuid, Digest fingerprint, Element credential, List<Answer> answers) {
    List<Json> written =
        answers.stream().map(a -> a.layout().toJson(Ballot::json, Ballot::json)).toList();
    return BallotText.unsigned(
        uuid.value(), fingerprint.base64(), credential.encode(), new Json.Arr(written));
  }

  private static Json json(Ciphertext ciphertext) {
    return ciphertext.toJson();
  }

  private static Json json(Proof proof) {
    return proof.toJson();
  }
}
