package org.psephos.board.ready;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CanonicalJson;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.proof.CheckReturnValue;
import org.psephos.crypto.proof.Proof;
import org.psephos.crypto.proof.Schnorr;

/**
 * A trustee's statement of being ready: a proof of knowledge of the trustee's secret key, bound to
 * the election and to the head of the board that the trustee checked. Immutable.
 *
 * @param proof under the text {@code psephos/ready/1|<group>|F|<owner>|<key>|<size>|<root>|}
 * @param root of the board that was checked
 * @param size of the board that was checked
 */
public record TrusteeReady(Proof proof, Digest root, long size) {

  public TrusteeReady {
    requireNonNull(proof, "proof is null");
    requireNonNull(root, "root is null");
  }

  /** Says that the owner of the secret is ready. */
  public static TrusteeReady prove(
      ReadyContext context, int owner, SecretScalar secret, SecureRandom random) {
    Element key = context.group().generatorBase().timesSecret(secret);
    return new TrusteeReady(
        Schnorr.prove(prefix(context, owner, key), secret, random), context.root(), context.size());
  }

  /**
   * True if the proof holds for this owner and key, and the statement is about this board's head.
   */
  @CheckReturnValue
  public boolean holds(ReadyContext context, int owner, Element key) {
    return size == context.size()
        && root.equals(context.root())
        && Schnorr.verify(prefix(context, owner, key), key, proof);
  }

  private static String prefix(ReadyContext context, int owner, Element key) {
    return context.text(Integer.toString(owner), key.encode());
  }

  public BoardObject encode() {
    return BoardObject.of(
        CanonicalJson.encode(
            Json.Obj.with("challenge", proof.challenge().encode())
                .and("response", proof.response().encode())
                .and("root", root.hex())
                .and("size", size)
                .build()));
  }

  /**
   * Reads a statement.
   *
   * @throws DecodingException if it is malformed or not canonical
   */
  public static TrusteeReady decode(BoardObject object, Group group) throws DecodingException {
    JsonFields fields = JsonFields.of(CanonicalJson.parse(object.toByteArray(), Limits.OBJECT));
    Proof proof =
        new Proof(
            fields.required("challenge", text -> group.decodeScalar(JsonFields.text(text))),
            fields.required("response", text -> group.decodeScalar(JsonFields.text(text))));
    Digest root = fields.required("root", text -> Digest.fromHex(JsonFields.text(text)));
    long size = fields.number("size");
    fields.end();
    return new TrusteeReady(proof, root, size);
  }
}
