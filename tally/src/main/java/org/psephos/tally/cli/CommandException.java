package org.psephos.tally.cli;

/** A command stops, for a reason that its user can understand and act on. */
final class CommandException extends Exception {

  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
