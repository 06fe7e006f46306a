package org.psephos.crypto.trustee;

import java.security.SecureRandom;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.proof.CheckReturnValue;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.proof.Schnorr;

/**
 * A trustee's public key with the proof that somebody knows its secret: K of the protocol (§9).
 * Decoding checks membership; the identity and the proof are judged by {@link Trustees#inspect}.
 *
 * @param publicKey y = x·g
 * @param pok proof of knowledge of x
 * @param signature in newer threshold groups, the member's signature of the key
 * @param name a name that nobody signed; never shown as anything else than a label
 */
public record TrusteeKey(
    Element publicKey, Proof pok, Optional<Proof> signature, Optional<String> name) {

  /** A key as a Single trustee publishes it. */
  public TrusteeKey(Element publicKey, Proof pok) {
    this(publicKey, pok, Optional.empty(), Optional.empty());
  }

  /**
   * Reads a key that stands alone, as a trustee submits it.
   *
   * @throws DecodingException unless the bytes are the canonical spelling of a key
   */
  public static TrusteeKey decode(byte[] bytes, Group group) throws DecodingException {
    TrusteeKey key = decode(JsonParser.parse(bytes, Limits.OBJECT), group);
    JsonParser.requireCanonical(bytes, key.toJson());
    return key;
  }

  static TrusteeKey decode(Json value, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(value);
    TrusteeKey key =
        new TrusteeKey(
            fields.required("public_key", text -> group.decode(JsonFields.text(text))),
            fields.required("pok", proof -> Proof.decode(proof, group)),
            fields.optional("signature", proof -> Proof.decode(proof, group)),
            fields.optional("name", JsonFields::text));
    fields.end();
    return key;
  }

  /** The same key with a signature of its text, as a member of a threshold group publishes it. */
  public TrusteeKey signedBy(TrusteeKeyPair signer, SecureRandom random) {
    return new TrusteeKey(
        publicKey,
        pok,
        Optional.of(SignedMessage.signature(publicKey.encode(), signer, random)),
        name);
  }

  /** The canonical bytes. */
  public byte[] encode() {
    return toJson().toBytes();
  }

  Json toJson() {
    Json.Builder object = Json.Obj.with("pok", pok.toJson()).and("public_key", publicKey.encode());
    signature.ifPresent(proof -> object.and("signature", proof.toJson()));
    name.ifPresent(text -> object.and("name", text));
    return object.build();
  }

  /** True if the proof of knowledge holds and the key is not the identity. */
  @CheckReturnValue
  public boolean isProven() {
    return !publicKey.isIdentity() && Schnorr.verify(pokPrefix(publicKey), publicKey, pok);
  }

  static String pokPrefix(Element publicKey) {
    return "pok|" + publicKey.group().name() + "|" + publicKey.encode() + "|";
  }
}
