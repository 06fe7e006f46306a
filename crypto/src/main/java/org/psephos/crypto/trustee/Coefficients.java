package org.psephos.crypto.trustee;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;

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

  /** Signs the message of these commitments. */
  public static Coefficients sign(
      List<Element> elements, TrusteeKeyPair signer, SecureRandom random) {
    return new Coefficients(elements, SignedMessage.sign(message(elements), signer, random));
  }

  /** The one text in which commitments are signed and committed to. */
  public static String message(List<Element> elements) {
    return Text.of(json(elements));
  }

  private static Json json(List<Element> elements) {
    return Json.Obj.with("coefexps", array(elements)).build();
  }

  /**
   * Reads commitments with their signature, as a part of another object, which judges the order of
   * members.
   *
   * @throws DecodingException unless the message is canonical and every element is in the group
   */
  public static Coefficients decode(Json value, Group group) throws DecodingException {
    SignedMessage signed = SignedMessage.decode(value, group);
    byte[] message = Utf8.encode(signed.message());
    try {
      JsonFields fields = JsonFields.of(JsonParser.parse(message, Limits.OBJECT));
      List<Element> elements = fields.list("coefexps", text -> group.decode(JsonFields.text(text)));
      fields.end();
      if (elements.isEmpty()) {
        throw new DecodingException("coefexps", "at least one element", "none");
      }
      JsonParser.requireCanonical(message, json(elements));
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

  /**
   * What the polynomial's value at an index is the logarithm of: Σ_k index^k·A_k.
   *
   * @param index from 1
   */
  public Element at(int index) {
    Group group = constantTerm().group();
    List<Scalar> powers = new ArrayList<>(elements.size());
    Scalar power = group.scalar(1);
    for (int k = 0; k < elements.size(); k++) {
      powers.add(power);
      power = power.times(group.scalar(index));
    }
    return group.linearCombination(powers, elements);
  }

  public Json toJson() {
    return signed.toJson();
  }
}
