package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.psephos.crypto.hash.Digest;

/** What became of submissions. */
public sealed interface Admission permits Admission.Queued, Admission.WrongStage {

  /**
   * All of them are durable.
   *
   * @param known the idents that were submitted before, numbered or not
   */
  record Queued(Set<Digest> known) implements Admission {
    public Queued {
      known = Set.copyOf(known);
    }
  }

  /** None of them was taken; the board is at this other stage. */
  record WrongStage(String stage) implements Admission {
    public WrongStage {
      requireNonNull(stage, "stage is null");
    }
  }
}
