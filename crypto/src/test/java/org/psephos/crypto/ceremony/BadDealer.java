package org.psephos.crypto.ceremony;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.HeldCeremony;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.SignedMessage;
import org.psephos.crypto.trustee.TrusteeKeyPair;

/**
 * Member 1 of a ceremony, who deals member 2 a share with one thing changed and everything else,
 * the signatures and the hash in its dealing too, in order.
 */
final class BadDealer {

  final HeldCeremony held;
  String ceremonyId;
  long from = 1;
  long to = 2;
  String secret;
  String recipient;
  Element encryptedTo;
  TrusteeKeyPair signer;

  BadDealer(HeldCeremony held) {
    this.held = held;
    Certificate second = held.certificates().get(1);
    ceremonyId = held.ceremony().id();
    recipient = second.encryption().encode();
    encryptedTo = second.encryption();
    signer = held.keys(1).signing();
    try (SecretScalar value = held.polynomial(1).at(2)) {
      secret = HexFormat.of().formatHex(value.exposeBytes());
    }
  }

  /** The share as the fields say. */
  SealedShare share() {
    return encrypted(plain());
  }

  String plain() {
    String message =
        text(
            Json.Obj.with("ceremony", ceremonyId)
                .and("from", from)
                .and("secret", secret)
                .and("to", to)
                .build());
    return signed(text(Json.Obj.with("recipient", recipient).and("message", message).build()));
  }

  String signed(String addressed) {
    return text(SignedMessage.sign(addressed, signer, held.random()).toJson());
  }

  SealedShare encrypted(String plain) {
    return sealed(EncryptedShare.encrypt(Utf8.encode(plain), encryptedTo, held.random()).encode());
  }

  static SealedShare sealed(byte[] bytes) {
    try {
      return SealedShare.of(bytes);
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All dealings, member 1's naming this share for member 2 and signed again. */
  Dealings dealing(SealedShare share) {
    Dealing honest = held.dealing(1);
    List<Digest> hashes = new ArrayList<>(honest.shares());
    hashes.set(1, share.hash());
    Dealing changed =
        new Dealing(
            honest.coefficients(),
            hashes,
            SignedMessage.signature(
                Dealing.sharesText(held.ceremony(), 1, hashes),
                held.keys(1).signing(),
                held.random()),
            honest.signature());
    List<Dealing> all = new ArrayList<>(held.dealings().dealings());
    all.set(0, changed);
    return new Dealings(held.ceremony(), held.certificates(), all);
  }

  static String text(Json json) {
    try {
      return Utf8.decode(json.toBytes());
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
