package org.psephos.crypto.ballot;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/** A ciphertext whose elements have not been looked at. */
record CiphertextText(String alpha, String beta) {

  static CiphertextText decode(Json json) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    CiphertextText text = new CiphertextText(fields.text("alpha"), fields.text("beta"));
    fields.end();
    return text;
  }

  Json toJson() {
    return Json.Obj.with("alpha", alpha).and("beta", beta).build();
  }

  Ciphertext read(Group group) throws DecodingException {
    return new Ciphertext(element("alpha", alpha, group), element("beta", beta, group));
  }

  private static Element element(String name, String text, Group group) throws DecodingException {
    try {
      return group.decode(text);
    } catch (DecodingException e) {
      throw new DecodingException(e.reason(), name, e.expected(), e.found());
    }
  }
}
