package org.psephos.board.note;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a check of signatures found: who signed, or why the note is not to be believed. */
public sealed interface NoteCheck {

  /**
   * Every line by a known key verifies, and there are enough of them.
   *
   * @param signers the known keys that signed; each once
   * @param cosignatures every verified statement of a witness, repeated ones included
   */
  record Accepted(Set<VerifierKey> signers, List<Cosignature> cosignatures) implements NoteCheck {
    public Accepted {
      signers = Collections.unmodifiableSet(new LinkedHashSet<>(signers));
      cosignatures = List.copyOf(cosignatures);
    }
  }

  /** The note must not be believed. */
  record Refused(Reason reason) implements NoteCheck {}

  /** Why a note is refused. */
  enum Reason {
    /** A line by a known key does not verify. */
    BAD_SIGNATURE,
    /** No line is by a known key. */
    NO_KNOWN_SIGNER,
    /** The log's key did not sign; witnesses do not replace it. */
    NOT_SIGNED_BY_LOG,
    /** A known log signed, but the text names another origin. */
    OTHER_ORIGIN,
    /** Too few of the witnesses that the policy asks for. */
    QUORUM_MISSING
  }
}
