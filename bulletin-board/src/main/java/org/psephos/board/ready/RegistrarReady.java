package org.psephos.board.ready;

import static java.util.Objects.requireNonNull;

import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.CheckReturnValue;
import org.psephos.crypto.signature.Signature;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.crypto.signature.VerifyingKey;

/**
 * The registrar's statement of being ready: an Ed25519 signature, bound to the election and to the
 * head of the board that the registrar checked. Immutable.
 *
 * @param root of the board that was checked
 * @param signature over {@code psephos/ready/1|<group>|F|registrar|<key>|<size>|<root>|}
 * @param size of the board that was checked
 */
public record RegistrarReady(Digest root, Signature signature, long size) {

  private static final String WHO = "registrar";

  public RegistrarReady {
    requireNonNull(root, "root is null");
    requireNonNull(signature, "signature is null");
  }

  /** Says that the registrar is ready. */
  public static RegistrarReady sign(ReadyContext context, SigningKey key) {
    byte[] message = Utf8.encode(context.text(WHO, key.verifyingKey().hex()));
    return new RegistrarReady(context.root(), key.sign(message), context.size());
  }

  /** True if the signature holds under this key, and the statement is about this board's head. */
  @CheckReturnValue
  public boolean holds(ReadyContext context, RegistrarKey key) {
    return size == context.size()
        && root.equals(context.root())
        && verifies(key, Utf8.encode(context.text(WHO, key.hex())));
  }

  private boolean verifies(RegistrarKey key, byte[] message) {
    try {
      return VerifyingKey.fromHex(key.hex()).verifies(message, signature);
    } catch (DecodingException e) {
      return false; // the bytes are no key, so nothing verifies under them
    }
  }

  public BoardObject encode() {
    return BoardObject.of(
        CanonicalJson.encode(
            Json.Obj.with("root", root.hex())
                .and("signature", signature.hex())
                .and("size", size)
                .build()));
  }

  /**
   * Reads a statement.
   *
   * @throws DecodingException if it is malformed or not canonical
   */
  public static RegistrarReady decode(BoardObject object) throws DecodingException {
    JsonFields fields = JsonFields.of(CanonicalJson.parse(object.toByteArray(), Limits.OBJECT));
    Digest root = fields.required("root", text -> Digest.fromHex(JsonFields.text(text)));
    Signature signature =
        fields.required("signature", text -> Signature.fromHex(JsonFields.text(text)));
    long size = fields.number("size");
    fields.end();
    return new RegistrarReady(root, signature, size);
  }
}
