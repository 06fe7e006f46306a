package org.psephos.tally.demo;

/** The demonstration cannot go on; the message holds what the failed command said. */
public final class DemoException extends Exception {

  private static final long serialVersionUID = 1L;

  public DemoException(String message) {
    super(message);
  }

  DemoException(String message, Throwable cause) {
    super(message, cause);
  }
}
