package org.psephos.board.note;

import static org.psephos.board.Vectors.items;
import static org.psephos.board.Vectors.json;
import static org.psephos.board.Vectors.text;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.signature.SigningKey;

/** The published test keys, as signers and as witnesses. */
public final class NoteSigners {

  private NoteSigners() {}

  static NoteSigner of(Json key) {
    return NoteSigner.of(text(key, "name"), secret(key));
  }

  private static SigningKey secret(Json key) {
    return SigningKey.fromSeed(HexFormat.of().parseHex(text(key, "seed_hex")));
  }

  private static Json key(int index) {
    return items(json("keys.json"), "keys").get(index);
  }

  /** The key of the sample log. */
  public static NoteSigner log() {
    return of(key(0));
  }

  /** Another key under the sample log's name. */
  static NoteSigner attacker() {
    return of(key(2));
  }

  /** The cosignature key of a witness, 1 to 3. */
  public static VerifierKey witness(int number) {
    VerifierKey key = of(key(2 + number)).key();
    return VerifierKey.of(key.name(), KeyType.COSIGNATURE, key.key());
  }

  /** What witness 1 to 3 would answer at that time. */
  public static NoteSignature cosign(int number, long time, String text) {
    byte[] signature = secret(key(2 + number)).sign(Cosignature.message(time, text)).toByteArray();
    byte[] timed = ByteBuffer.allocate(72).putLong(time).put(signature).array();
    return NoteSignature.of(witness(number), timed);
  }
}
