package org.psephos.board.entry;

import org.psephos.crypto.codec.DecodingException;

/** Whether an election counts or is practice. */
public enum Mode {
  ELECTION("election"),
  REHEARSAL("rehearsal");

  private final String name;

  Mode(String name) {
    this.name = name;
  }

  /** The value of the member {@code mode}. */
  public String wireName() {
    return name;
  }

  /**
   * The mode of that name.
   *
   * @throws DecodingException if there is none
   */
  public static Mode named(String name) throws DecodingException {
    for (Mode mode : values()) {
      if (mode.name.equals(name)) {
        return mode;
      }
    }
    throw new DecodingException("", "election or rehearsal", name);
  }
}
