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
 *     64 hexadecimal digits for a registrar. Whoever opens the file compares it with the key that
 *     the secret gives
 */
public record KeyFileHeader(Role role, ElectionId election, String publicKey) {

  private static final int LONGEST_KEY = 1000;

  /** Who keeps a key file. */
  public enum Role {
    TRUSTEE("trustee"),
    REGISTRAR("registrar");

    private final String text;

    Role(String text) {
      this.text = text;
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
      throw new DecodingException("", "trustee or registrar", text);
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
