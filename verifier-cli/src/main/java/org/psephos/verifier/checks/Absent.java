package org.psephos.verifier.checks;

import org.psephos.board.entry.EntryType;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.History;
import org.psephos.verifier.report.Finding;

/** What to say when something that a check is about was not accepted by an earlier one. */
final class Absent {

  private Absent() {}

  /** No accepted entry of this kind: it has not been written yet, or its place was refused. */
  static Finding entry(ElectionRecord record, EntryType type, String notYet) {
    long seen = record.history().get().map(history -> history.seen(type)).orElse(0L);
    return seen > 0
        ? new Finding.Blocked(seen, 0, "the place of " + type.wireName() + " was not accepted")
        : new Finding.NotYet(notYet);
  }

  /** Something that must be there, since the election has come far enough, but was refused. */
  static Finding refused(long expected, String what) {
    return new Finding.Blocked(Math.max(1, expected), 0, what + " was not accepted");
  }

  /** The accepted entries; an empty history if not even the order could be followed. */
  static History history(ElectionRecord record) {
    return record.history().get().orElseGet(History::new);
  }
}
