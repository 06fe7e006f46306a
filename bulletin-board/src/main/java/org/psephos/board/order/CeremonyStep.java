package org.psephos.board.order;

/** The steps of an attempt of the threshold key ceremony, in their order. */
public enum CeremonyStep {
  /** Every member publishes fresh keys. */
  CERTIFICATES("certificate"),
  /** Every member publishes a hash of what it is going to deal. */
  COMMITMENTS("commitment"),
  /** Every member deals. */
  DEALINGS("dealing"),
  /** Every member publishes the key that its shares give, or complains. */
  VERIFICATION_KEYS("verification key");

  private final String contribution;

  CeremonyStep(String contribution) {
    this.contribution = contribution;
  }

  /** What a member contributes in this step, in words. */
  public String contribution() {
    return contribution;
  }
}
