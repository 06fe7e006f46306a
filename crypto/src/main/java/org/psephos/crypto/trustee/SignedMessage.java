package org.psephos.crypto.trustee;

import java.security.SecureRandom;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.proof.CheckReturnValue;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.proof.Schnorr;

/**
 * A text with the Schnorr signature of a member of a threshold group (protocol §9, {@code sigmsg}).
 *
 * @param message the exact text that is signed
 * @param signature not yet verified: see {@link #isSignedBy}
 */
public record SignedMessage(String message, Proof signature) {

  /** Signs a text. */
  public static SignedMessage sign(String message, TrusteeKeyPair signer, SecureRandom random) {
    return new SignedMessage(message, signature(message, signer, random));
  }

  /** The signature of a text that stands elsewhere. */
  public static Proof signature(String message, TrusteeKeyPair signer, SecureRandom random) {
    return Schnorr.prove(prefix(message), signer.secret(), random);
  }

  /**
   * Reads a message as a part of another object, which judges the order of members.
   *
   * @throws DecodingException if it is anything else
   */
  public static SignedMessage decode(Json value, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(value);
    SignedMessage signed =
        new SignedMessage(
            fields.text("message"),
            fields.required("signature", proof -> Proof.decode(proof, group)));
    fields.end();
    return signed;
  }

  public Json.Obj toJson() {
    return Json.Obj.with("message", message).and("signature", signature.toJson()).build();
  }

  /** True if the holder of this verification key signed the message. */
  @CheckReturnValue
  public boolean isSignedBy(Element verificationKey) {
    return verify(message, verificationKey, signature);
  }

  /** True if the holder of this verification key made this signature of a text. */
  @CheckReturnValue
  public static boolean verify(String message, Element verificationKey, Proof signature) {
    return Schnorr.verify(prefix(message), verificationKey, signature);
  }

  static String prefix(String message) {
    return "sigmsg|" + message + "|";
  }
}
