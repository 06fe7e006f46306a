package org.psephos.crypto.elgamal;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;

/**
 * An encrypted number m: alpha = r·g, beta = r·y + m·g. Immutable. Both parts are members of the
 * same group; either may be the identity, as in the sum of no ballots, and whoever must not accept
 * that checks.
 */
public record Ciphertext(Element alpha, Element beta) {

  public Ciphertext {
    if (!alpha.group().equals(beta.group())) {
      throw new IllegalArgumentException("alpha and beta are of different groups");
    }
  }

  /** The encryption of 0 with randomness 0: the sum of no ciphertexts. */
  public static Ciphertext identity(Group group) {
    return new Ciphertext(group.identity(), group.identity());
  }

  /**
   * Reads {@code {"alpha","beta"}}; the order of members is judged by the object it stands in.
   *
   * @throws DecodingException if it is anything else or a part is not a member of the group
   */
  public static Ciphertext decode(Json json, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(json);
    Element alpha = fields.required("alpha", value -> group.decode(JsonFields.text(value)));
    Element beta = fields.required("beta", value -> group.decode(JsonFields.text(value)));
    fields.end();
    return new Ciphertext(alpha, beta);
  }

  public Json.Obj toJson() {
    return Json.Obj.with("alpha", alpha.encode()).and("beta", beta.encode()).build();
  }

  /** Encrypts the sum of both numbers. */
  public Ciphertext plus(Ciphertext other) {
    return new Ciphertext(alpha.plus(other.alpha), beta.plus(other.beta));
  }

  /** Encrypts the number times a public weight. */
  public Ciphertext times(Scalar weight) {
    return new Ciphertext(alpha.times(weight), beta.times(weight));
  }

  /** Encrypts the number less a public one, given as {@code number·g}; the randomness stays. */
  public Ciphertext minusPlaintext(Element numberTimesGenerator) {
    return new Ciphertext(alpha, beta.minus(numberTimesGenerator));
  }

  public Group group() {
    return alpha.group();
  }

  /** The text in which version 1 hashes a ciphertext: alpha, a comma, beta. */
  public String encode() {
    return alpha.encode() + "," + beta.encode();
  }
}
