package org.psephos.crypto.ceremony;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Hex;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * What an encrypted share says once it is open: who gives which number to whom, addressed and
 * signed as version 1 does it. Lives only while a share is made or judged.
 */
final class ShareText {

  private static final Limits LIMITS =
      new Limits(SealedShare.MOST_BYTES, 4, SealedShare.MOST_BYTES);

  private final SignedMessage signed;
  private final String recipient;
  private final String ceremony;
  private final long from;
  private final long to;
  private final String secret;

  private ShareText(SignedMessage signed, String recipient, JsonFields fields)
      throws DecodingException {
    this.signed = signed;
    this.recipient = recipient;
    this.ceremony = fields.text("ceremony");
    this.from = fields.number("from");
    this.secret = fields.text("secret");
    this.to = fields.number("to");
    fields.end();
  }

  /** The bytes that are encrypted, signed by the dealer; the caller wipes them. */
  static byte[] write(
      ShareRoute route, SecretScalar value, TrusteeKeyPair signer, SecureRandom random) {
    String message =
        text(message(route.ceremony().id(), route.from(), secretText(value), route.to()));
    String addressed = text(addressed(route.recipient().encryption().encode(), message));
    return SignedMessage.sign(addressed, signer, random).toJson().toBytes();
  }

  /**
   * Reads opened bytes. The exception's text may quote the secret, so nobody may show it.
   *
   * @throws DecodingException unless they are the canonical spelling of a signed share
   */
  static ShareText read(byte[] plain, Group group) throws DecodingException {
    SignedMessage signed = SignedMessage.decode(JsonParser.parse(plain, LIMITS), group);
    JsonParser.requireCanonical(plain, signed.toJson());

    byte[] inner = Utf8.encode(signed.message());
    JsonFields fields = JsonFields.of(JsonParser.parse(inner, LIMITS));
    String recipient = fields.text("recipient");
    String message = fields.text("message");
    fields.end();
    JsonParser.requireCanonical(inner, addressed(recipient, message));

    byte[] innermost = Utf8.encode(message);
    ShareText share =
        new ShareText(signed, recipient, JsonFields.of(JsonParser.parse(innermost, LIMITS)));
    JsonParser.requireCanonical(
        innermost, message(share.ceremony, share.from, share.secret, share.to));
    return share;
  }

  /** The first thing that is not as the route says; empty if all is. */
  Optional<ShareFault> fault(ShareRoute route) {
    if (!signed.isSignedBy(route.dealer().verification())) {
      return Optional.of(ShareFault.SIGNATURE);
    }
    if (!recipient.equals(route.recipient().encryption().encode())) {
      return Optional.of(ShareFault.RECIPIENT);
    }
    if (!ceremony.equals(route.ceremony().id())) {
      return Optional.of(ShareFault.CEREMONY);
    }
    if (from != route.from()) {
      return Optional.of(ShareFault.FROM);
    }
    return to == route.to() ? Optional.empty() : Optional.of(ShareFault.TO);
  }

  /** The number, which the caller closes; empty if it is not in its one spelling. */
  Optional<SecretScalar> value(Group group) {
    int length = (group.orderBits() + 7) / 8;
    if (!Hex.isHex(secret, 2 * length)) {
      return Optional.empty();
    }
    byte[] bytes = HexFormat.of().parseHex(secret);
    SecretScalar value = group.reduceSecret(bytes);
    byte[] canonical = value.exposeBytes();
    try {
      // A number that is not below q reads back as another one.
      if (MessageDigest.isEqual(bytes, canonical)) {
        return Optional.of(value);
      }
      value.close();
      return Optional.empty();
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(canonical, (byte) 0);
    }
  }

  private static String secretText(SecretScalar value) {
    byte[] bytes = value.exposeBytes();
    try {
      return HexFormat.of().formatHex(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static Json message(String ceremony, long from, String secret, long to) {
    return Json.Obj.with("ceremony", ceremony)
        .and("from", from)
        .and("secret", secret)
        .and("to", to)
        .build();
  }

  private static Json addressed(String recipient, String message) {
    return Json.Obj.with("recipient", recipient).and("message", message).build();
  }

  private static String text(Json value) {
    try {
      return Utf8.decode(value.toBytes());
    } catch (DecodingException e) {
      throw new IllegalStateException("we write well-formed UTF-8", e);
    }
  }
}
