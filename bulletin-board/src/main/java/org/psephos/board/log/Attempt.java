package org.psephos.board.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Step;
import org.psephos.board.order.Violation;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.Extension;
import org.psephos.board.store.Growth;
import org.psephos.board.store.Standing;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredObjects;

/** What is computed inside one step of a store. Used once, by one thread. */
final class Attempt {

  private final BoardReads reads;
  private final Replay replay;
  private final Tip known;
  private final List<Event> events;
  private Tip reached;
  private Extension extension;
  private Violation violation;
  private BoardDamagedException damage;

  Attempt(BoardReads reads, Replay replay, Tip known, List<Event> events) {
    this.reads = reads;
    this.replay = replay;
    this.known = known;
    this.events = List.copyOf(events);
  }

  /**
   * The growth by everything pending and then the events, or nothing if an event breaks the order.
   *
   * @throws StoreUnavailableException also if the board is damaged, since the store knows nothing
   *     else; see {@link #rethrowDamage}
   */
  Optional<Growth> growth(Standing standing) throws StoreUnavailableException {
    try {
      Tip before = replay.from(known, standing.head());
      BoardState state = Tip.follow(before.state(), standing.pending(), new StoredObjects(reads));
      Step after = follow(state);
      if (after instanceof Violation broken) {
        violation = broken;
        return Optional.empty();
      }
      List<EntryBytes> entries = new ArrayList<>(standing.pending());
      events.forEach(event -> entries.add(event.entry().encode()));
      Growth growth = Growth.by(entries, before.frontier(), reads);
      reached = new Tip((BoardState) after, growth.frontier());
      extension = growth.extension();
      return Optional.of(growth);
    } catch (BoardDamagedException e) {
      damage = e;
      throw new StoreUnavailableException("the board is damaged", e);
    }
  }

  private Step follow(BoardState state) {
    Step step = state;
    for (Event event : events) {
      if (!(step instanceof BoardState last)) {
        return step;
      }
      step = last.follow(event);
    }
    return step;
  }

  /** The stage after the growth. */
  String stage() {
    return reached.state().phase().name();
  }

  Optional<Tip> reached() {
    return Optional.ofNullable(reached);
  }

  /** What leads to the tip that was reached. */
  Extension extension() {
    return extension;
  }

  Optional<Violation> violation() {
    return Optional.ofNullable(violation);
  }

  /** The store wraps or passes on what it was told; this is what really happened. */
  void rethrowDamage() throws BoardDamagedException {
    if (damage != null) {
      throw damage;
    }
  }
}
