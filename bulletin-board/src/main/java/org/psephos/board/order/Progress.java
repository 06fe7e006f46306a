package org.psephos.board.order;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.psephos.board.entry.GenesisEntry;

/**
 * Everything a state remembers. The fields change only inside {@link #but}, before anyone else sees
 * the object.
 */
final class Progress implements Cloneable {

  Phase phase = Phase.DRAFT;

  /** Entries so far. */
  long size;

  /** Ballots so far. */
  long ballots;

  /** The latest time any entry gave. */
  long time;

  Optional<GenesisEntry> genesis = Optional.empty();

  /** The last attempt of the threshold key ceremony. */
  Optional<CeremonyAttempt> attempt = Optional.empty();

  Optional<Definition> definition = Optional.empty();

  /** The closing time as amended; 0 before Setup. */
  long closes;

  /** The trustees that are ready. */
  Set<Integer> ready = Set.of();

  boolean registrarReady;

  /** The trustees whose partial decryption and proof stand. */
  Set<Integer> decrypted = Set.of();

  /** The trustee whose proof must come next. */
  OptionalInt awaited = OptionalInt.empty();

  /** A changed copy. */
  Progress but(Consumer<Progress> change) {
    try {
      Progress copy = (Progress) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this class is cloneable", e);
    }
  }

  static Set<Integer> plus(Set<Integer> owners, int owner) {
    Set<Integer> more = new TreeSet<>(owners);
    more.add(owner);
    return Set.copyOf(more);
  }
}
