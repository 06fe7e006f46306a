package org.psephos.crypto.decryption;

import org.psephos.crypto.codec.Count;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/**
 * The reference to an encrypted tally together with its size (protocol §8).
 *
 * @param ballots how many ballots count
 * @param weight the sum of their weights
 * @param encryptedTally digest of the tally object
 */
public record SizedTally(long ballots, long weight, Digest encryptedTally) {

  private static final long LIMIT = 1L << 53;

  public SizedTally {
    if (ballots < 0 || ballots >= LIMIT || weight < 0 || weight >= LIMIT) {
      throw new IllegalArgumentException("sizes are in [0, 2^53)");
    }
  }

  /**
   * Reads the object.
   *
   * @throws DecodingException unless it is the canonical spelling of a sized tally
   */
  public static SizedTally decode(byte[] bytes) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, Limits.OBJECT));
    long ballots = fields.required("num_tallied", SizedTally::number);
    long weight = fields.required("total_weight", Count::decode);
    Digest tally =
        fields.required("encrypted_tally", value -> Digest.fromHex(JsonFields.text(value)));
    fields.end();
    SizedTally sized = new SizedTally(ballots, weight, tally);
    JsonParser.requireCanonical(bytes, sized.toJson());
    return sized;
  }

  private static long number(Json value) throws DecodingException {
    long number = JsonFields.number(value);
    if (number < 0 || number >= LIMIT) {
      throw new DecodingException("", "a number of ballots", Long.toString(number));
    }
    return number;
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    return Json.Obj.with("num_tallied", ballots)
        .and("total_weight", Count.encode(weight))
        .and("encrypted_tally", encryptedTally.hex())
        .build();
  }
}
