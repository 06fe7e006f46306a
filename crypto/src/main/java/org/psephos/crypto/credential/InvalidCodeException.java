package org.psephos.crypto.credential;

/**
 * What was typed cannot be a code. This says nothing about whether a code is on any list, and it
 * never carries what was typed.
 */
public final class InvalidCodeException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong, for a page to put into words. */
  public enum Fault {
    /** Not the right number of characters. */
    LENGTH,
    /** A character that no code contains, such as 0, O, I or l. */
    CHARACTER,
    /** The check characters do not belong to the rest: something was mistyped. */
    CHECK
  }

  private final Fault fault;
  private final int position;

  private InvalidCodeException(Fault fault, int position, String message) {
    super(message);
    this.fault = fault;
    this.position = position;
  }

  static InvalidCodeException length(int expected, int found) {
    return new InvalidCodeException(
        Fault.LENGTH, 0, "a code has " + expected + " characters, not " + found);
  }

  static InvalidCodeException character(int position) {
    return new InvalidCodeException(
        Fault.CHARACTER, position, "no code contains the character at place " + position);
  }

  static InvalidCodeException check() {
    return new InvalidCodeException(
        Fault.CHECK, 0, "the check characters do not belong to the rest of the code");
  }

  public Fault fault() {
    return fault;
  }

  /** For {@link Fault#CHARACTER}, its place from 1, spaces and dashes not counted; else 0. */
  public int position() {
    return position;
  }
}
