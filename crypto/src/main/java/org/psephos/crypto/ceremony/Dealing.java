package org.psephos.crypto.ceremony;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.trustee.Coefficients;
import org.psephos.crypto.trustee.Trustees;

/**
 * What a member shows to everyone when it deals its shares (docs/spec/key-ceremony.md, section 5).
 * Decoding checks spelling and membership; the rest is judged by {@link
 * CeremonyInspection#dealing}.
 *
 * @param coefficients the commitments to the polynomial, signed
 * @param shares the hashes of the encrypted shares, in the order of the recipients' indexes
 * @param sharesSignature the member's signature over those hashes
 * @param signature the member's signature over all certificates and its commitments
 */
public record Dealing(
    Coefficients coefficients, List<Digest> shares, Proof sharesSignature, Proof signature) {

  private static final Limits LIMITS = new Limits(64 << 10, 4, 40_000);

  public Dealing {
    shares = List.copyOf(shares);
  }

  /**
   * Reads a dealing.
   *
   * @throws DecodingException unless the bytes are its canonical spelling
   */
  public static Dealing decode(byte[] bytes, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, LIMITS));
    Dealing dealing =
        new Dealing(
            fields.required("coefexps", value -> Coefficients.decode(value, group)),
            fields.list("shares", hash -> Digest.fromHex(JsonFields.text(hash))),
            fields.required("shares_signature", proof -> Proof.decode(proof, group)),
            fields.required("signature", proof -> Proof.decode(proof, group)));
    fields.end();
    if (dealing.shares.size() > Trustees.MAX_OWNERS) {
      throw new DecodingException(
          Reason.TOO_LARGE,
          "shares",
          "at most " + Trustees.MAX_OWNERS + " hashes",
          Integer.toString(dealing.shares.size()));
    }
    JsonParser.requireCanonical(bytes, dealing.toJson());
    return dealing;
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    return Json.Obj.with("coefexps", coefficients.toJson())
        .and(
            "shares", new Json.Arr(shares.stream().<Json>map(h -> new Json.Text(h.hex())).toList()))
        .and("shares_signature", sharesSignature.toJson())
        .and("signature", signature.toJson())
        .build();
  }

  /** The text under the signature of the shares' hashes. */
  static String sharesText(Ceremony ceremony, int index, List<Digest> shares) {
    return "psephos/shares/1|"
        + ceremony.id()
        + "|"
        + index
        + "|"
        + String.join(",", shares.stream().map(Digest::hex).toList());
  }
}
