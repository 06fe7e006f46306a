package org.psephos.board.entry;

import org.psephos.crypto.codec.DecodingException;

/** The kinds of entries, by the name that stands in the entry. */
public enum EntryType {
  GENESIS("Genesis"),
  CEREMONY("Ceremony"),
  SETUP("Setup"),
  READY("Ready"),
  OPEN("Open"),
  BALLOT("Ballot"),
  AMENDMENT("Amendment"),
  END_BALLOTS("EndBallots"),
  ENCRYPTED_TALLY("EncryptedTally"),
  PARTIAL_DECRYPTION("PartialDecryption"),
  DECRYPTION_PROOF("DecryptionProof"),
  RESULT("Result"),
  CANCEL("Cancel"),
  ATTESTATION("Attestation");

  private final String name;

  EntryType(String name) {
    this.name = name;
  }

  /** The value of the member {@code type}. */
  public String wireName() {
    return name;
  }

  /**
   * The kind of that name.
   *
   * @throws DecodingException if there is none
   */
  public static EntryType named(String name) throws DecodingException {
    for (EntryType type : values()) {
      if (type.name.equals(name)) {
        return type;
      }
    }
    throw new DecodingException("", "a known type of entry", name);
  }
}
