package org.psephos.crypto.ceremony;

/** In which way a share is not acceptable (docs/spec/key-ceremony.md, section 6). */
public enum ShareFault {
  /**
   * The bytes do not have the hash that the dealing names. This says something about the mailbox
   * and nothing about the dealer, so there is no evidence of it.
   */
  OTHER_BYTES("the bytes are not those that the dealing names"),
  /** The bytes are no canonical encrypted message of this group. */
  UNREADABLE("the bytes are not an encrypted share of this group"),
  /** The encrypted message does not open with the recipient's key. */
  TAG("it does not open with the recipient's key"),
  /** What it opens to is no signed message about a share, or not in its one spelling. */
  MALFORMED("it holds something else than a share in its one spelling"),
  /** The signature is not that of the dealer. */
  SIGNATURE("its signature is not the dealer's"),
  /** It is addressed to another encryption key. */
  RECIPIENT("it is addressed to another key"),
  /** It was made for another attempt or another election. */
  CEREMONY("it belongs to another ceremony"),
  /** It names another dealer. */
  FROM("it names another dealer"),
  /** It names another recipient. */
  TO("it names another recipient"),
  /** The secret is not the one spelling of a number below q. */
  SECRET("its number is not the canonical spelling of one below the group's order"),
  /** The secret is not the value of the dealer's polynomial. */
  VALUE("its number does not fit the dealer's commitments");

  private final String text;

  ShareFault(String text) {
    this.text = text;
  }

  /** True if a recipient can prove it to everyone. */
  public boolean provable() {
    return this != OTHER_BYTES;
  }

  /** In words, to follow "the share was refused: ". */
  public String text() {
    return text;
  }
}
