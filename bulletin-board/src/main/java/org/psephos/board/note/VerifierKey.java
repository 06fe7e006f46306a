package org.psephos.board.note;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.psephos.board.text.PaddedBase64;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.signature.Signature;
import org.psephos.crypto.signature.VerifyingKey;

/**
 * A named public key, the "vkey" of C2SP signed-note: {@code name+hex key id+base64(type ‖ key)}.
 * Immutable; equal if name, type and key are equal.
 */
public final class VerifierKey {

  private static final String FORM = "<name>+<8 hex digits>+<base64 of type and key>";

  private final String name;
  private final KeyType type;
  private final VerifyingKey key;
  private final int id;

  private VerifierKey(String name, KeyType type, VerifyingKey key) {
    this.name = name;
    this.type = type;
    this.key = key;
    this.id = id(name, typedKey());
  }

  /** Names a public key. */
  public static VerifierKey of(String name, KeyType type, VerifyingKey key) {
    if (!KeyName.isValid(name)) {
      throw new IllegalArgumentException("not the name of a key: " + name);
    }
    return new VerifierKey(name, type, key);
  }

  /**
   * Reads a vkey. The key id may be in capitals; {@link #toString} writes the one canonical
   * spelling, so compare with it where the text itself is evidence.
   *
   * @throws DecodingException if it is malformed, its id does not belong to it, its type is neither
   *     1 nor 4, or its key is not a point of prime order in its one encoding
   */
  public static VerifierKey parse(String text) throws DecodingException {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !KeyName.isValid(parts[0])) {
      throw new DecodingException("vkey", FORM, text);
    }
    byte[] typed = PaddedBase64.decode("vkey", parts[2]);
    KeyType type = typed.length == 0 ? null : KeyType.of(typed[0]).orElse(null);
    if (type == null || typed.length != 1 + VerifyingKey.LENGTH) {
      throw new DecodingException("vkey", "an Ed25519 key of type 1 or 4", text);
    }
    VerifyingKey point = VerifyingKey.decode(Arrays.copyOfRange(typed, 1, typed.length));
    VerifierKey key = new VerifierKey(parts[0], type, point);
    if (!parts[1].toLowerCase(Locale.ROOT).equals(key.idText())) {
      throw new DecodingException("vkey", "the key id " + key.idText(), text);
    }
    return key;
  }

  private static int id(String name, byte[] typedKey) {
    var engine = Digest.sha256();
    engine.update(Utf8.encode(name));
    engine.update((byte) '\n');
    return BigEndian.readInt(engine.digest(typedKey), 0);
  }

  private byte[] typedKey() {
    byte[] typed = new byte[1 + VerifyingKey.LENGTH];
    typed[0] = (byte) type.code();
    System.arraycopy(key.toByteArray(), 0, typed, 1, VerifyingKey.LENGTH);
    return typed;
  }

  private String idText() {
    return HexFormat.of().toHexDigits(id);
  }

  /** The key's name; for a log, its origin. */
  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  /** The first four bytes of the digest of name, type and key: a hint, not an identity. */
  public int id() {
    return id;
  }

  public VerifyingKey key() {
    return key;
  }

  /** Whether both wrap the same public key, under whatever name and type. */
  public boolean sharesKeyWith(VerifierKey other) {
    return key.equals(other.key);
  }

  /** Whether a line of a note claims to be by this key. */
  boolean matches(NoteSignature line) {
    return line.name().equals(name) && line.keyId() == id;
  }

  /** Whether the bytes are this key's Ed25519 signature of the message. */
  boolean verifies(byte[] message, byte[] signature) {
    try {
      return key.verifies(message, Signature.decode(signature));
    } catch (DecodingException e) {
      return false; // not 64 bytes
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && type == that.type
        && sharesKeyWith(that);
  }

  @Override
  public int hashCode() {
    return id;
  }

  /** The vkey. */
  @Override
  public String toString() {
    return name + "+" + idText() + "+" + PaddedBase64.encode(typedKey());
  }
}
