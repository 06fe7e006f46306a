package org.psephos.board.note;

import java.util.Arrays;
import org.psephos.board.text.PaddedBase64;
import org.psephos.crypto.codec.DecodingException;

/**
 * One signature line of a note: {@code — name base64}. What it claims, not yet checked.
 *
 * @param name the name of the key
 * @param blob padded base64 of the key id (4 bytes) and the signature (at least 1)
 */
public record NoteSignature(String name, String blob) {

  private static final String DASH = "\u2014 ";
  private static final int ID_LENGTH = 4;

  public NoteSignature {
    if (!KeyName.isValid(name)) {
      throw new IllegalArgumentException("not the name of a key");
    }
    if (decode(blob).length <= ID_LENGTH) {
      throw new IllegalArgumentException("no room for a key id and a signature");
    }
  }

  static NoteSignature of(VerifierKey key, byte[] signature) {
    return new NoteSignature(key.name(), PaddedBase64.encode(BigEndian.join(key.id(), signature)));
  }

  /**
   * Reads a line without its line end.
   *
   * @throws DecodingException if it is not a signature line
   */
  public static NoteSignature parse(String line) throws DecodingException {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new DecodingException("signature line", "\u2014 <name> <base64>", line);
    }
    try {
      return new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
    } catch (IllegalArgumentException e) {
      throw new DecodingException("signature line", "\u2014 <name> <base64>", line);
    }
  }

  private static byte[] decode(String blob) {
    try {
      return PaddedBase64.decode("signature", blob);
    } catch (DecodingException e) {
      throw new IllegalArgumentException("not padded base64", e);
    }
  }

  /** The id of the key that is said to have signed. */
  public int keyId() {
    return BigEndian.readInt(decode(blob), 0);
  }

  /** The bytes after the key id; their meaning depends on the key's type. */
  byte[] signature() {
    byte[] bytes = decode(blob);
    return Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length);
  }

  /** The line without its line end. */
  public String line() {
    return DASH + name + " " + blob;
  }
}
