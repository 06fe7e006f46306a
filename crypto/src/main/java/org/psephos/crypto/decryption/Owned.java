package org.psephos.crypto.decryption;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Trustees;

/**
 * Says which trustee an object is from (protocol §10).
 *
 * @param owner the trustee's number, from 1
 * @param payload digest of the partial decryption
 */
public record Owned(int owner, Digest payload) {

  public Owned {
    if (owner < 1 || owner > Trustees.MAX_OWNERS) {
      throw new IllegalArgumentException("owners are numbered from 1");
    }
  }

  /**
   * Reads the object; whether there is such an owner is not judged here.
   *
   * @throws DecodingException unless it is the canonical spelling of an owned object
   */
  public static Owned decode(byte[] bytes) throws DecodingException {
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, Limits.OBJECT));
    int owner = fields.required("owner", Owned::number);
    Digest payload = fields.required("payload", value -> Digest.fromHex(JsonFields.text(value)));
    fields.end();
    Owned owned = new Owned(owner, payload);
    JsonParser.requireCanonical(bytes, owned.toJson());
    return owned;
  }

  static int number(Json value) throws DecodingException {
    long number = JsonFields.number(value);
    if (number < 1 || number > Trustees.MAX_OWNERS) {
      throw new DecodingException(
          "", "an owner, 1 to " + Trustees.MAX_OWNERS, Long.toString(number));
    }
    return (int) number;
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    return Json.Obj.with("owner", owner).and("payload", payload.hex()).build();
  }
}
