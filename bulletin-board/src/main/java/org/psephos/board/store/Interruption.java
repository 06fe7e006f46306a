package org.psephos.board.store;

/** A seam for tests that stop a store in the middle of its work; does nothing otherwise. */
@FunctionalInterface
interface Interruption {

  /** Places at which it matters when everything stops. */
  enum Point {
    BEFORE_OBJECT,
    AFTER_OBJECT,
    BEFORE_SUBMISSION,
    AFTER_SUBMISSION,
    BEFORE_NUMBER,
    /** Part of a step is written, the rest is not. */
    AMID,
    AFTER_NUMBER
  }

  Interruption NONE = point -> {};

  void at(Point point);
}
