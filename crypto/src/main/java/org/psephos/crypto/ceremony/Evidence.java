package org.psephos.crypto.ceremony;

import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.proof.Proof;

/**
 * What a member publishes about a share that it cannot accept (docs/spec/key-ceremony.md, section
 * 8). It opens this one share to everyone, and nothing else of the member's. Judged by {@link
 * Dealings#judge}.
 *
 * @param opening absent where the share is not readable as an encrypted message
 * @param share the bytes with the hash that the dealing names
 */
public record Evidence(Optional<Opening> opening, SealedShare share) {

  private static final Limits LIMITS = new Limits(64 << 10, 4, 40_000);

  /**
   * How the share is opened.
   *
   * @param factor d·alpha, d the recipient's secret key
   * @param proof that it is
   */
  public record Opening(Element factor, Proof proof) {}

  /**
   * Reads evidence.
   *
   * @throws DecodingException unless the bytes are its canonical spelling
   */
  public static Evidence decode(byte[] bytes, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, LIMITS));
    Optional<Element> factor =
        fields.optional("factor", text -> group.decode(JsonFields.text(text)));
    Optional<Proof> proof = fields.optional("proof", value -> Proof.decode(value, group));
    SealedShare share =
        fields.required("share", text -> SealedShare.fromHex(JsonFields.text(text)));
    fields.end();
    if (factor.isPresent() != proof.isPresent()) {
      throw new DecodingException("", "factor and proof together or neither", "one of them");
    }
    Evidence evidence =
        new Evidence(factor.map(element -> new Opening(element, proof.get())), share);
    JsonParser.requireCanonical(bytes, evidence.toJson());
    return evidence;
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    if (opening.isEmpty()) {
      return Json.Obj.with("share", share.hex()).build();
    }
    return Json.Obj.with("factor", opening.get().factor().encode())
        .and("proof", opening.get().proof().toJson())
        .and("share", share.hex())
        .build();
  }
}
