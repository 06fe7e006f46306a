package org.psephos.verifier.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.ResultEntry;

/**
 * What happened in the election: the entries whose place on the board was accepted, and how many
 * there are of each kind wherever they stand. Filled while the board is followed, then only read.
 */
public final class History {

  private final List<Placed<BallotEntry>> ballots = new ArrayList<>();
  private final List<Placed<BoardEntry>> others = new ArrayList<>();
  private final Map<EntryType, Long> seen = new EnumMap<>(EntryType.class);

  /** Notes that an entry of this kind is on the board, wherever it stands. */
  public void see(EntryType type) {
    seen.merge(type, 1L, Long::sum);
  }

  /** Notes an entry that stands where it may. */
  public void accept(long index, BoardEntry entry) {
    if (entry instanceof BallotEntry ballot) {
      ballots.add(new Placed<>(index, ballot));
    } else {
      others.add(new Placed<>(index, entry));
    }
  }

  /** The ballots between Open and EndBallots, in board order, replaced ones included. */
  public List<Placed<BallotEntry>> ballots() {
    return List.copyOf(ballots);
  }

  /** The accepted entries of one kind other than ballots, in board order. */
  public <E extends BoardEntry> List<Placed<E>> all(Class<E> kind) {
    List<Placed<E>> found = new ArrayList<>();
    for (Placed<BoardEntry> placed : others) {
      if (kind.isInstance(placed.entry())) {
        found.add(new Placed<>(placed.index(), kind.cast(placed.entry())));
      }
    }
    return List.copyOf(found);
  }

  /** The accepted entry of a kind that stands on the board at most once. */
  public <E extends BoardEntry> Optional<Placed<E>> the(Class<E> kind) {
    return all(kind).stream().findFirst();
  }

  /** How many entries of this kind are on the board, wherever they stand. */
  public long seen(EntryType type) {
    return seen.getOrDefault(type, 0L);
  }

  public boolean isCancelled() {
    return the(CancelEntry.class).isPresent();
  }

  /** Whether nothing more can happen: there is a result, or the election was cancelled. */
  public boolean isOver() {
    return isCancelled() || the(ResultEntry.class).isPresent();
  }
}
