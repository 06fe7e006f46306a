package org.psephos.crypto.decryption;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.hash.Digest;

/**
 * The encrypted sums, one for each choice (protocol §8). Both parts of a sum may be the identity:
 * that is the sum of no ballots.
 */
public record EncryptedTally(PerChoice<Ciphertext> sums) {

  private static final Limits LIMITS = new Limits(32 << 20, 16, 20_000);

  /**
   * Reads the tally of an election.
   *
   * @throws DecodingException unless it is the canonical spelling of members of the group, shaped
   *     as the questions are
   */
  public static EncryptedTally decode(byte[] bytes, Election election) throws DecodingException {
    Json document = JsonParser.parse(bytes, LIMITS);
    EncryptedTally tally =
        new EncryptedTally(
            PerChoice.decode(document, value -> Ciphertext.decode(value, election.group())));
    tally.sums.requireShape("", shapeOf(election));
    JsonParser.requireCanonical(bytes, tally.toJson());
    return tally;
  }

  /** How many sums each question has. */
  public static List<Integer> shapeOf(Election election) {
    return election.questions().stream().map(Question.Homomorphic::choices).toList();
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  public Digest digest() {
    return Digest.sha256(encode());
  }

  private Json toJson() {
    return sums.toJson(Ciphertext::toJson);
  }
}
