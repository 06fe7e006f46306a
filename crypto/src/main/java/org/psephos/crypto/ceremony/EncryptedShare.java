package org.psephos.crypto.ceremony;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.group.SecretScope;
import org.psephos.crypto.hash.Digest;

/**
 * The hybrid encryption of version 1 (protocol §9): alpha = r·g, beta = r·K + k·g, and AES-256-GCM
 * under H("key|" ‖ k·g) with all 32 bytes of H("iv|" ‖ alpha) as nonce. Both are fresh with every
 * encryption, so no nonce comes twice. Immutable.
 */
final class EncryptedShare {

  private static final String ALGORITHM = "AES-GCM";
  private static final int TAG_LENGTH = 16;
  private static final Limits LIMITS =
      new Limits(SealedShare.MOST_BYTES, 2, SealedShare.MOST_BYTES);

  private final Element alpha;
  private final Element beta;
  private final byte[] data;

  private EncryptedShare(Element alpha, Element beta, byte[] data) {
    this.alpha = alpha;
    this.beta = beta;
    this.data = data;
  }

  /**
   * Encrypts to the holder of a key.
   *
   * @param plain the caller wipes it
   */
  static EncryptedShare encrypt(byte[] plain, Element recipient, SecureRandom random) {
    Group group = recipient.group();
    try (SecretScope secrets = new SecretScope()) {
      SecretScalar r = secrets.keep(group.randomSecret(random));
      SecretScalar k = secrets.keep(group.randomSecret(random));
      Element alpha = group.generatorBase().timesSecret(r);
      Element shared = group.generatorBase().timesSecret(k);
      Element beta = recipient.timesSecret(r).plus(shared);
      return new EncryptedShare(
          alpha, beta, cipher(Cipher.ENCRYPT_MODE, shared, alpha).doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 platform has AES-GCM", e);
    }
  }

  /**
   * Reads the bytes of a share.
   *
   * @throws DecodingException unless they are the canonical spelling of an encrypted message of
   *     this group
   */
  static EncryptedShare decode(SealedShare share, Group group) throws DecodingException {
    byte[] bytes = share.toByteArray();
    JsonFields fields = JsonFields.of(JsonParser.parse(bytes, LIMITS));
    String algorithm = fields.text("algorithm");
    if (!algorithm.equals(ALGORITHM)) {
      throw new DecodingException("algorithm", ALGORITHM, algorithm);
    }
    EncryptedShare decoded =
        new EncryptedShare(
            fields.required("alpha", text -> group.decode(JsonFields.text(text))),
            fields.required("beta", text -> group.decode(JsonFields.text(text))),
            fields.required("data", text -> data(JsonFields.text(text))));
    fields.end();
    JsonParser.requireCanonical(bytes, decoded.toJson());
    return decoded;
  }

  private static byte[] data(String text) throws DecodingException {
    byte[] data = SealedShare.fromHex(text).toByteArray();
    if (data.length <= TAG_LENGTH) {
      throw new DecodingException("", "more than a tag of " + TAG_LENGTH + " bytes", text);
    }
    return data;
  }

  Element alpha() {
    return alpha;
  }

  /**
   * The plaintext, which the caller wipes; empty if the tag does not fit.
   *
   * @param factor d·alpha, d the recipient's secret key
   */
  Optional<byte[]> open(Element factor) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, beta.minus(factor), alpha).doFinal(data));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 17 platform has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, Element shared, Element alpha)
      throws GeneralSecurityException {
    byte[] key = Digest.sha256("key|" + shared.encode()).toByteArray();
    byte[] nonce = Digest.sha256("iv|" + alpha.encode()).toByteArray();
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(8 * TAG_LENGTH, nonce));
      return cipher;
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  byte[] encode() {
    return toJson().toBytes();
  }

  private Json toJson() {
    return Json.Obj.with("algorithm", ALGORITHM)
        .and("alpha", alpha.encode())
        .and("beta", beta.encode())
        .and("data", HexFormat.of().formatHex(data))
        .build();
  }
}
