package org.psephos.board.order;

/** How far an election has come. Nothing goes back. */
public enum Phase {
  /** Nothing is on the board. */
  DRAFT,
  /** From Genesis: keys and credentials are collected. */
  KEYS,
  /** From Setup: the definition is frozen, everyone with a secret checks it. */
  READY,
  /** From Open: ballots are taken. */
  OPEN,
  /** From EndBallots. */
  CLOSED,
  /** From EncryptedTally: trustees decrypt. */
  TALLYING,
  /** The end. */
  RESULT,
  /** The other end. */
  CANCELLED
}
