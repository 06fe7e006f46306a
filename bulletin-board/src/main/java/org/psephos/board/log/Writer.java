package org.psephos.board.log;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Violation;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.Deciding.Decision;
import org.psephos.board.store.Extension;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.TreeHead;

/**
 * Numbers and publishes. Keeps in memory what it computed itself about the board and compares the
 * store with that at every step. Steps run one at a time; another process may make steps between
 * them.
 */
final class Writer {

  /** The most submissions that are numbered in one step. */
  static final int BATCH = 512;

  private final BoardStore store;
  private final Publisher publisher;
  private final Replay replay;
  private final List<Extension> unpublished = new ArrayList<>();
  private volatile Tip tip = Tip.START;

  Writer(BoardStore store, NoteSigner signer, HighWater highWater) {
    this.store = requireNonNull(store, "store is null");
    this.publisher = new Publisher(store, signer, highWater);
    this.replay = new Replay(store);
  }

  /** Recomputes the whole board and compares it with everything that was signed. */
  synchronized void verify() throws BoardDamagedException, StoreUnavailableException {
    tip = replay.from(Tip.START, store.head());
    publisher.requireConsistent();
  }

  /** The state of the board as far as this process has read it. */
  BoardState state() {
    return tip.state();
  }

  /** The state of everything that is numbered now. */
  synchronized BoardState refresh() throws BoardDamagedException, StoreUnavailableException {
    tip = replay.from(tip, store.head());
    return tip.state();
  }

  /** Numbers one batch of submissions. */
  synchronized void number() throws BoardDamagedException, StoreUnavailableException {
    Attempt attempt = new Attempt(store, replay, tip, List.of());
    settle(
        attempt,
        () -> store.number(BATCH, standing -> attempt.growth(standing).orElseThrow().extension()));
  }

  /** Appends these entries behind everything pending, if the order of entries allows it. */
  synchronized Optional<Violation> append(List<Event> events, List<BoardObject> brought)
      throws BoardDamagedException, StoreUnavailableException {
    Attempt attempt = new Attempt(store, replay, tip, events);
    settle(
        attempt,
        () ->
            store.exclusively(
                standing ->
                    attempt
                        .growth(standing)
                        .map(
                            growth -> new Decision(growth.extension(), brought, attempt.stage()))));
    return attempt.violation();
  }

  /**
   * Publishes everything that is numbered, as read back from the store.
   *
   * @return what this process numbered since the last time; nothing if another process goes on
   */
  synchronized List<Extension> publish() throws BoardDamagedException, StoreUnavailableException {
    TreeHead head = store.head();
    tip = replay.from(tip, head);
    if (!publisher.publish(head)) {
      return List.of();
    }
    List<Extension> published = List.copyOf(unpublished);
    unpublished.clear();
    return published;
  }

  private interface StoreStep {
    TreeHead run() throws StoreUnavailableException;
  }

  /** Runs a step and takes over what was computed in it, unless someone else went on meanwhile. */
  private void settle(Attempt attempt, StoreStep step)
      throws BoardDamagedException, StoreUnavailableException {
    TreeHead head;
    try {
      head = step.run();
    } catch (StoreUnavailableException e) {
      attempt.rethrowDamage();
      throw e;
    }
    if (attempt.reached().isPresent() && attempt.reached().get().head().equals(head)) {
      tip = attempt.reached().get();
      unpublished.add(attempt.extension());
    }
  }
}
