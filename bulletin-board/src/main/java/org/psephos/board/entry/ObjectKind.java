package org.psephos.board.entry;

/**
 * What an object beside the board is, seen from the entry or object that names it, and how large it
 * may be.
 */
public enum ObjectKind {
  TRUSTEE_KEY(1 << 16),
  /** The fresh keys of a member of a threshold group. */
  CERTIFICATE(1 << 16),
  DEALING(1 << 16),
  /** The key of a member of a threshold group, when all have dealt. */
  VERIFICATION_KEY(1 << 16),
  /** The evidence that a share is bad. */
  COMPLAINT(1 << 16),
  CREDENTIALS(128 << 20),
  MANIFEST(1 << 20),
  TEXT_DEFINITION(64 << 20),
  SETUP_DATA(4096),
  ELECTION(64 << 20),
  TRUSTEES(16 << 20),
  READY(1 << 16),
  BALLOT(1 << 20),
  SIZED_TALLY(4096),
  TALLY(64 << 20),
  OWNED(4096),
  PARTIAL_DECRYPTION(64 << 20),
  DECRYPTION_PROOF(1 << 16),
  RESULT(1 << 20),
  /** A text by language: a notice or a reason. */
  TEXT(1 << 20),
  ATTESTATION(1 << 20);

  private final int largest;

  ObjectKind(int largest) {
    this.largest = largest;
  }

  /** The largest object of this kind in bytes. */
  public int largest() {
    return largest;
  }

  /** Whether objects of this kind name other objects. */
  public boolean hasChildren() {
    return this == MANIFEST || this == SETUP_DATA || this == SIZED_TALLY || this == OWNED;
  }
}
