package org.psephos.board.log;

import static java.util.Objects.requireNonNull;

import org.psephos.board.order.Violation;

/** What became of entries that an administrator wanted to append. */
public sealed interface Appended permits Appended.Done, Appended.Refused {

  /**
   * They stand on the board, one behind the other, and nothing was between them and the state that
   * allowed them.
   *
   * @param index of the first
   * @param known whether they stood there before
   */
  record Done(long index, boolean known) implements Appended {}

  /** None of them was appended, for this reason. */
  record Refused(Violation violation) implements Appended {
    public Refused {
      requireNonNull(violation, "violation is null");
    }
  }
}
