package org.psephos.tally.booth;

/** What the service shows contradicts what it is pinned to; nothing it says is to be trusted. */
public final class BoothException extends Exception {

  private static final long serialVersionUID = 1L;

  public BoothException(String message) {
    super(message);
  }
}
