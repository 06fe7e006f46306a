package org.psephos.tally.ceremony;

/** Why a member does not go on. */
public enum Refusal {
  /** Size or threshold are not what was agreed. */
  TERMS,
  /** The board shows an earlier attempt than before. */
  ATTEMPT,
  /** The board forgot what it showed in an earlier attempt. */
  HISTORY,
  /** A step stands on the board before the one that it follows is whole. */
  ORDER,
  /** A certificate does not pass its checks. */
  CERTIFICATE,
  /** A dealing does not pass its checks. */
  DEALING,
  /** A verification key does not pass its checks. */
  VERIFICATION_KEY,
  /** What this member sent, and the board showed before, is missing. */
  OWN_MISSING,
  /** The board shows something else in this member's name than it sent. */
  OWN_ALTERED,
  /** The board shows something in this member's name, and this device made nothing of it. */
  OWN_UNKNOWN,
  /** What another member published is not what the board showed before. */
  CHANGED,
  /** The key file exists and holds no key of this attempt; it is never replaced. */
  KEY_FILE
}
