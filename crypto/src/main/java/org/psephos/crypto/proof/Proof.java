package org.psephos.crypto.proof;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;

/**
 * The two numbers of every proof of version 1: response = nonce − secret·challenge. By itself it
 * claims nothing; {@link Schnorr}, {@link EqualLogarithms} and {@link Disjunction} check it against
 * a statement. Immutable.
 */
public record Proof(Scalar challenge, Scalar response) {

  public Proof {
    if (!challenge.group().equals(response.group())) {
      throw new IllegalArgumentException("challenge and response are of different groups");
    }
  }

  /**
   * Reads {@code {"challenge","response"}}; the order of members is judged by the object it stands
   * in.
   *
   * @throws DecodingException if it is anything else or a number is not canonical below q
   */
  public static Proof decode(Json json, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    Scalar challenge =
        fields.required("challenge", value -> group.decodeScalar(JsonFields.text(value)));
    Scalar response =
        fields.required("response", value -> group.decodeScalar(JsonFields.text(value)));
    fields.end();
    return new Proof(challenge, response);
  }

  public Json.Obj toJson() {
    return Json.Obj.with("challenge", challenge.encode())
        .and("response", response.encode())
        .build();
  }
}
