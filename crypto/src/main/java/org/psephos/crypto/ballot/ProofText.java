package org.psephos.crypto.ballot;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.proof.Proof;

/** A proof whose numbers have not been looked at. */
record ProofText(String challenge, String response) {

  static ProofText decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    ProofText text = new ProofText(fields.text("challenge"), fields.text("response"));
    fields.end();
    return text;
  }

  static ProofText of(Proof proof) {
    return new ProofText(proof.challenge().encode(), proof.response().encode());
  }

  Json toJson() {
    return Json.Obj.with("challenge", challenge).and("response", response).build();
  }

  Proof read(Group group) throws DecodingException {
    return new Proof(scalar("challenge", challenge, group), scalar("response", response, group));
  }

  private static Scalar scalar(String name, String text, Group group) throws DecodingException {
    try {
      return group.decodeScalar(text);
    } catch (DecodingException e) {
      throw new DecodingException(e.reason(), name, e.expected(), e.found());
    }
  }
}
