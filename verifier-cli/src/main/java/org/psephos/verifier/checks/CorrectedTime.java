package org.psephos.verifier.checks;

import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.TimedEntry;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Violation;
import org.psephos.crypto.hash.Digest;

/** An entry whose time is wrong, as it would have been right, so that its place can be judged. */
final class CorrectedTime {

  /** Stands for an amendment that amends nothing. */
  private static final AmendmentEntry.Change NO_CHANGE =
      new AmendmentEntry.Booth(Digest.sha256(""));

  private CorrectedTime() {}

  static boolean isAboutTime(Violation.Rule rule) {
    return switch (rule) {
      case TIME_DECREASES, OPENS_EARLY, CLOSES_EARLY, NOT_LATER -> true;
      default -> false;
    };
  }

  static TimedEntry of(TimedEntry entry, BoardState state) {
    long time = Math.max(entry.time(), state.time());
    if (entry instanceof OpenEntry) {
      return new OpenEntry(Math.max(time, state.rules().map(Rules::opens).orElse(0L)));
    }
    if (entry instanceof EndBallotsEntry) {
      return new EndBallotsEntry(Math.max(time, state.closes()));
    }
    if (entry instanceof CancelEntry cancel) {
      return new CancelEntry(cancel.payload(), time);
    }
    if (entry instanceof AmendmentEntry amendment) {
      return new AmendmentEntry(
          isLater(amendment.change(), state) ? amendment.change() : NO_CHANGE, time);
    }
    return entry;
  }

  private static boolean isLater(AmendmentEntry.Change change, BoardState state) {
    return !(change instanceof AmendmentEntry.Closes moved) || moved.closes() > state.closes();
  }
}
