package org.psephos.crypto.trustee;

import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/**
 * A member's commitments to the coefficients of its polynomial, {@code coefexps} of the protocol
 * (§9), as they stand in the message that the member signed.
 *
 * @param elements a_k·g, constant term first; at least one
 * @param signed the message and its signature, not yet verified
 */
public record Coefficients(List<Element> elements, SignedMessage signed) {

  public Coefficients {
    elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("a polynomial has a constant term");
    }
  }

  static Coefficients decode(Json value, Group group) throws DecodingException {
    SignedMessage signed = SignedMessage.decode(value, group);
    byte[] message = Utf8.encode(signed.message());
    try {
      JsonFields fields = JsonFields.of(JsonParser.parse(message, Limits.OBJECT));
      List<Element> elements = fields.list("coefexps", text -> group.decode(JsonFields.text(text)));
      fields.end();
      if (elements.isEmpty()) {
        throw new DecodingException("coefexps", "at least one element", "none");
      }
      JsonParser.requireCanonical(message, Json.Obj.with("coefexps", array(elements)).build());
      return new Coefficients(elements, signed);
    } catch (DecodingException e) {
      throw e.within("message");
    }
  }

  static Json array(List<Element> elements) {
    return new Json.Arr(elements.stream().<Json>map(e -> new Json.Text(e.encode())).toList());
  }

  /** The commitment to the member's part of the election key. */
  public Element constantTerm() {
    return elements.get(0);
  }

  Json toJson() {
    return signed.toJson();
  }
}
