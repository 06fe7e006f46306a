package org.psephos.crypto.keyfile;

import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Hex;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.election.ElectionId;

/**
 * What a key file says about its secret to everyone.
 *
 * @param role whose secret it is
 * @param election for which election; a key serves one only
 * @param publicKey the key that belongs to the secret: an element's version 1 text for a trustee,
 *     64 hexadecimal digits for a registrar, the verification key of its certificate for a member.
 *     Whoever opens the file compares it with the key that the secret gives
 */
public record KeyFileHeader(Role role, ElectionId election, String publicKey) {

  private static final int LONGEST_KEY = 1000;

  /** Who keeps a key file. */
  public enum Role {
    TRUSTEE("trustee", 4096),
    REGISTRAR("registrar", 4096),
    /** A member of a threshold group while its key is made: everything that it made so far. */
    CEREMONY("ceremony", 384 << 10);

    private final String text;
    private final int mostBytes;

    Role(String text, int mostBytes) {
      this.text = text;
      this.mostBytes = mostBytes;
    }

    /** The most bytes that the secret of this role may have. */
    public int mostBytes() {
      return mostBytes;
    }

    /** As it stands in the file. */
    public String text() {
      return text;
    }

    private static Role decode(String text) throws DecodingException {
      for (Role role : values()) {
        if (role.text.equals(text)) {
          return role;
        }
      }
      throw new DecodingException("", "trustee, registrar or ceremony", text);
    }
  }

  public KeyFileHeader {
    if (!isKeyText(publicKey)) {
      throw new IllegalArgumentException("a public key is at most " + LONGEST_KEY + " digits");
    }
  }

  static KeyFileHeader decode(JsonFields fields) throws DecodingException {
    Role role = fields.required("role", value -> Role.decode(JsonFields.text(value)));
    ElectionId election =
        fields.required("election", value -> ElectionId.decode(JsonFields.text(value)));
    String publicKey = fields.text("public_key");
    if (!isKeyText(publicKey)) {
      throw new DecodingException("public_key", "a key in decimal or hexadecimal", "another value");
    }
    return new KeyFileHeader(role, election, publicKey);
  }

  private static boolean isKeyText(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_KEY && Hex.isHex(text);
  }
}
