package org.psephos.tally.keyring;

/** A key file cannot be used; the message says why and what to do. */
public final class KeyFileException extends Exception {

  private static final long serialVersionUID = 1L;

  public KeyFileException(String message) {
    super(message);
  }
}
