package org.psephos.board.note;

import java.util.Optional;

/** The kinds of key that this program can check. Lines of other kinds are ignored in a note. */
public enum KeyType {
  /** Ed25519 over the text of a note. */
  ED25519(0x01),
  /** Ed25519 over a time and a checkpoint: what a witness says. */
  COSIGNATURE(0x04);

  private final int code;

  KeyType(int code) {
    this.code = code;
  }

  /** The byte before the public key. */
  public int code() {
    return code;
  }

  static Optional<KeyType> of(int code) {
    for (KeyType type : values()) {
      if (type.code == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
