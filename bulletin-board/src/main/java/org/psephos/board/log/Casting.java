package org.psephos.board.log;

import static java.util.Objects.requireNonNull;

import org.psephos.board.order.Phase;
import org.psephos.crypto.hash.Digest;

/** What became of a ballot that was handed to the board. */
public sealed interface Casting
    permits Casting.Covered, Casting.Committed, Casting.NotOpen, Casting.Overloaded {

  /**
   * It stands on the board under a published checkpoint.
   *
   * @param known whether the same bytes came before
   */
  record Covered(Place place, boolean known) implements Casting {
    public Covered {
      requireNonNull(place, "place is null");
    }
  }

  /** It is durable and will get its place; ask again with the ident. */
  record Committed(Digest ident, boolean known) implements Casting {
    public Committed {
      requireNonNull(ident, "ident is null");
    }
  }

  /** It was not taken: ballots are not being taken. */
  record NotOpen(Phase phase) implements Casting {
    public NotOpen {
      requireNonNull(phase, "phase is null");
    }
  }

  /** It was not taken: too many wait already. The same ballot may come again in a moment. */
  record Overloaded() implements Casting {}
}
