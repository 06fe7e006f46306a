package org.psephos.board.receipt;

import org.psephos.board.note.NoteCheck;

/** What a check of a proof found. */
public sealed interface ProofCheck {

  /** The entry stands at the index of a tree whose checkpoint satisfies the policy. */
  record Confirmed(NoteCheck.Accepted signatures) implements ProofCheck {}

  /** The checkpoint does not satisfy the policy, so the proof leads nowhere. */
  record Untrusted(NoteCheck.Reason reason) implements ProofCheck {}

  /** The checkpoint is good, but the entry is not shown to be under its root. */
  record NotIncluded() implements ProofCheck {}
}
