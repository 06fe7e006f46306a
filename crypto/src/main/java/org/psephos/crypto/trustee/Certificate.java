package org.psephos.crypto.trustee;

import java.security.SecureRandom;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;

/**
 * The two keys with which a member of a threshold group takes part in making the election key
 * (protocol §9), as they stand in the message that the member signed.
 *
 * @param context what the certificate is for; older programs left it out
 * @param verification the key under which the member signs
 * @param encryption the key to which shares for the member are encrypted
 * @param signed the message and its signature, not yet verified
 */
public record Certificate(
    Optional<Context> context, Element verification, Element encryption, SignedMessage signed) {

  /**
   * What a certificate is for.
   *
   * @param group the name of the group
   * @param size the number of members
   * @param threshold the number of members needed
   * @param index of this member, from 1
   */
  public record Context(String group, long size, long threshold, long index) {

    static Context decode(Json value) throws DecodingException {
      JsonFields fields = JsonFields.of(value);
      Context context =
          new Context(
              fields.text("group"),
              fields.number("size"),
              fields.number("threshold"),
              fields.number("index"));
      fields.end();
      return context;
    }

    Json toJson() {
      return Json.Obj.with("group", group)
          .and("size", size)
          .and("threshold", threshold)
          .and("index", index)
          .build();
    }

    @Override
    public String toString() {
      return "member " + index + " of " + size + ", threshold " + threshold + ", in " + group;
    }
  }

  /**
   * Makes and signs a certificate with a context.
   *
   * @param signer whose key becomes the verification key
   * @param encryption the key to which shares for the member are encrypted
   */
  public static Certificate sign(
      Context context, TrusteeKeyPair signer, Element encryption, SecureRandom random) {
    Optional<Context> present = Optional.of(context);
    Element verification = signer.publicKey();
    String message = Text.of(message(present, verification, encryption));
    return new Certificate(
        present, verification, encryption, SignedMessage.sign(message, signer, random));
  }

  /**
   * Reads a certificate that stands alone, as a member submits it.
   *
   * @throws DecodingException unless the bytes are the canonical spelling of a certificate
   */
  public static Certificate decode(byte[] bytes, Group group) throws DecodingException {
    Certificate certificate = decode(JsonParser.parse(bytes, Limits.OBJECT), group);
    JsonParser.requireCanonical(bytes, certificate.toJson());
    return certificate;
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  static Certificate decode(Json value, Group group) throws DecodingException {
    SignedMessage signed = SignedMessage.decode(value, group);
    byte[] message = Utf8.encode(signed.message());
    try {
      JsonFields fields = JsonFields.of(JsonParser.parse(message, Limits.OBJECT));
      Certificate certificate =
          new Certificate(
              fields.optional("context", Context::decode),
              fields.required("verification", text -> group.decode(JsonFields.text(text))),
              fields.required("encryption", text -> group.decode(JsonFields.text(text))),
              signed);
      fields.end();
      JsonParser.requireCanonical(
          message, message(certificate.context, certificate.verification, certificate.encryption));
      return certificate;
    } catch (DecodingException e) {
      throw e.within("message");
    }
  }

  private static Json message(Optional<Context> context, Element verification, Element encryption) {
    Json.Obj keys =
        Json.Obj.with("verification", verification.encode())
            .and("encryption", encryption.encode())
            .build();
    if (context.isEmpty()) {
      return keys;
    }
    Json.Builder object = Json.Obj.with("context", context.get().toJson());
    keys.members().forEach(object::and);
    return object.build();
  }

  Json toJson() {
    return signed.toJson();
  }
}
