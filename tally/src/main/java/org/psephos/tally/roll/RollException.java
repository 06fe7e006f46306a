package org.psephos.tally.roll;

/** A list that cannot be used as it is; the message says why. */
public final class RollException extends Exception {

  private static final long serialVersionUID = 1L;

  RollException(String message) {
    super(message);
  }
}
