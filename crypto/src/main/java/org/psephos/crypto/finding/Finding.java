package org.psephos.crypto.finding;

/**
 * One thing that an inspection found.
 *
 * @param severity whether the inspected value must be refused for it
 * @param code what was checked, in kebab case; part of the interface, so it never changes meaning
 * @param where the part of the value, for example {@code trustees[0].verification_keys[2].pok}
 * @param expected what the rule asks for
 * @param found what stood there; it may hold text from outside, so escape it before showing it
 */
public record Finding(Severity severity, String code, String where, String expected, String found) {

  /** What a finding means for the value in which it was made. */
  public enum Severity {
    /** The value must be refused. */
    FAULT,
    /** The value stands, but a reader should know. */
    WARNING
  }

  @Override
  public String toString() {
    return severity + " " + code + " at " + where + ": expected " + expected + ", found " + found;
  }
}
