package org.psephos.board.log;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.entry.Reachable;
import org.psephos.board.entry.Reference;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.VerifierKey;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Phase;
import org.psephos.board.order.Violation;
import org.psephos.board.receipt.Receipt;
import org.psephos.board.store.Admission;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.board.store.StoredNodes;
import org.psephos.board.store.StoredObjects;
import org.psephos.board.store.Submission;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;

/**
 * The writing side of one election's board. Thread safe. Closing stops the numbering; the store is
 * the caller's to close.
 *
 * <p>Checks the order of entries and that every object is there. Does not check proofs, signatures
 * or who asks: callers do, before they come here.
 */
public final class BulletinBoard implements Closeable {

  /** So many ballots may wait for their number before more are turned away. */
  static final int MOST_PENDING = 4096;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /** How often to look for what other processes queued, while ballots come and otherwise. */
  private static final Duration POLL_OPEN = Duration.ofMillis(200);

  private static final Duration POLL_QUIET = Duration.ofSeconds(5);

  private final BoardStore store;
  private final VerifierKey key;
  private final Writer writer;
  private final Sequencer sequencer;
  private final Waiting waiting = new Waiting();
  private final AtomicInteger pending = new AtomicInteger();

  private BulletinBoard(BoardStore store, NoteSigner signer, HighWater highWater) {
    this.store = requireNonNull(store, "store is null");
    this.key = signer.key();
    this.writer = new Writer(store, signer, highWater);
    this.sequencer = new Sequencer(key.name(), this::round);
  }

  /**
   * Opens a board: recomputes all of it, compares it with everything that was signed, publishes
   * what is numbered and begins to number.
   *
   * @throws BoardDamagedException if the store is not what was signed; then it may be read, but not
   *     written
   */
  public static BulletinBoard open(BoardStore store, NoteSigner signer, HighWater highWater)
      throws BoardDamagedException, StoreUnavailableException {
    BulletinBoard board = new BulletinBoard(store, signer, highWater);
    board.writer.verify();
    Optional<GenesisEntry> genesis = board.state().genesis();
    if (genesis.isPresent() && !genesis.get().log().equals(board.key.toString())) {
      throw new BoardDamagedException("entry 0 names another log key");
    }
    board.writer.publish();
    board.pending.set(store.pending());
    board.sequencer.start();
    return board;
  }

  /** The key that signs this board's checkpoints; its name is the origin. */
  public VerifierKey key() {
    return key;
  }

  /** Everything that can be read. */
  public BoardReads reads() {
    return store;
  }

  /** The objects beside this board. */
  public ObjectSource objects() {
    return new StoredObjects(store);
  }

  /** The state as this process last saw it; another process may have gone further. */
  public BoardState state() {
    return writer.state();
  }

  /** Reads what other processes numbered, and gives the state with that. */
  public BoardState refreshedState() throws StoreUnavailableException {
    return guarded(writer::refresh);
  }

  /** Why this board is read-only, if it is. */
  public Optional<BoardDamagedException> damage() {
    return sequencer.damage();
  }

  /**
   * Hands in a ballot that was checked, and waits for its place. The same bytes are taken once and
   * find their place again, also when ballots are no longer taken.
   *
   * @param patience how long to wait for a published checkpoint; zero not at all
   */
  public Casting cast(BoardObject ballot, Duration patience)
      throws StoreUnavailableException, InterruptedException {
    BallotEntry entry = new BallotEntry(ballot.hash());
    Digest ident = entry.ident();
    CompletableFuture<Void> waiter = waiting.register(ident);
    try {
      if (pending.get() >= MOST_PENDING && !isKnown(ident)) {
        return new Casting.Overloaded();
      }
      Admission admission =
          isWritable() ? submit(entry, ballot) : new Admission.WrongStage("read-only");
      if (admission instanceof Admission.Queued queued) {
        return awaitPlace(ident, queued.known().contains(ident), waiter, patience);
      }
      if (isKnown(ident)) {
        return awaitPlace(ident, true, waiter, patience);
      }
      requireWritable();
      return new Casting.NotOpen(refreshedState().phase());
    } finally {
      waiting.forget(ident);
    }
  }

  private boolean isKnown(Digest ident) throws StoreUnavailableException {
    return store.indexOf(ident).isPresent() || store.isPending(ident);
  }

  private Admission submit(BallotEntry entry, BoardObject ballot) throws StoreUnavailableException {
    Submission submission = new Submission(entry.encode(), List.of(ballot));
    Admission admission = store.submit(List.of(submission), Phase.OPEN.name());
    if (admission instanceof Admission.Queued) {
      pending.incrementAndGet();
      sequencer.wake();
    }
    return admission;
  }

  private Casting awaitPlace(
      Digest ident, boolean known, CompletableFuture<Void> waiter, Duration patience)
      throws StoreUnavailableException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    Optional<Place> place = known ? find(ident) : Optional.empty();
    Duration left = patience;
    while (place.isEmpty() && !left.isNegative() && !left.isZero()) {
      Waiting.await(waiter, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
      place = find(ident);
      left = Duration.ofNanos(deadline - System.nanoTime());
    }
    return place.isPresent()
        ? new Casting.Covered(place.get(), known)
        : new Casting.Committed(ident, known);
  }

  /** The place of the entry with this ident, once a published checkpoint covers it. */
  public Optional<Place> find(Digest ident) throws StoreUnavailableException {
    OptionalLong index = store.indexOf(ident);
    if (index.isEmpty()) {
      return Optional.empty();
    }
    return store
        .firstCheckpointCovering(index.getAsLong())
        .map(checkpoint -> new Place(index.getAsLong(), checkpoint));
  }

  /**
   * The receipt of a ballot, the same bytes every time, once a published checkpoint covers it.
   *
   * @param fingerprint of this board's election
   * @param tracker the SHA-256 of the ballot's bytes
   */
  public Optional<Receipt> receipt(Digest fingerprint, Digest tracker)
      throws StoreUnavailableException {
    Optional<Place> place = find(new BallotEntry(tracker).ident());
    if (place.isEmpty()) {
      return Optional.empty();
    }
    StoredCheckpoint stored = place.get().checkpoint();
    InclusionProof proof =
        InclusionProof.of(place.get().index(), stored.size(), new StoredNodes(store));
    try {
      SignedCheckpoint checkpoint = SignedCheckpoint.parse(Utf8.encode(stored.note()));
      return Optional.of(Receipt.of(fingerprint, tracker, proof, checkpoint));
    } catch (DecodingException e) {
      throw new StoreUnavailableException("a published checkpoint is malformed", e);
    }
  }

  /**
   * Appends entries of an administrator one behind the other in one step, and publishes them at
   * once if that is possible, soon if not. No ballot comes between the state that allows them and
   * the entries. The objects are stored in the same step. Entries that stand there already are left
   * alone.
   *
   * @throws IllegalArgumentException if an object is neither brought nor stored, or only some of
   *     the entries stand there already
   */
  public Appended append(List<? extends BoardEntry> entries, List<BoardObject> objects)
      throws StoreUnavailableException {
    requireWritable();
    List<Event> events = events(entries, objects);
    Digest first = entries.get(0).ident();
    OptionalLong standing = store.indexOf(first);
    if (standing.isPresent()) {
      requireAllStand(entries);
      return new Appended.Done(standing.getAsLong(), true);
    }
    Optional<Violation> violation = guarded(() -> writer.append(events, objects));
    if (violation.isPresent()) {
      return new Appended.Refused(violation.get());
    }
    publishSoon();
    return new Appended.Done(store.indexOf(first).orElseThrow(), false);
  }

  /** What was appended stands, whether or not it can be published at once. */
  private void publishSoon() throws StoreUnavailableException {
    try {
      writer.publish().forEach(waiting::published);
    } catch (StoreUnavailableException e) {
      sequencer.wake();
    } catch (BoardDamagedException e) {
      throw readOnly(e);
    }
  }

  private void requireAllStand(List<? extends BoardEntry> entries)
      throws StoreUnavailableException {
    for (BoardEntry entry : entries) {
      if (store.indexOf(entry.ident()).isEmpty()) {
        throw new IllegalArgumentException("some of the entries stand on the board already");
      }
    }
  }

  private List<Event> events(List<? extends BoardEntry> entries, List<BoardObject> objects)
      throws StoreUnavailableException {
    StoredObjects available = new StoredObjects(store, objects);
    Reachable reachable = new Reachable(available);
    List<Event> events = new ArrayList<>();
    try {
      for (BoardEntry entry : entries) {
        for (Reference reference : reachable.from(entry)) {
          if (!available.has(reference.hash())) {
            throw new IllegalArgumentException("nobody brought " + reference.path());
          }
        }
        events.add(Event.read(entry, available));
      }
      return events;
    } catch (DecodingException e) {
      throw new IllegalArgumentException("an object is not what its entry says", e);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (IOException e) {
      throw new StoreUnavailableException("an object cannot be read", e);
    }
  }

  private Duration round() throws BoardDamagedException, StoreUnavailableException {
    if (store.pending() > 0) {
      writer.number();
    }
    writer.publish().forEach(waiting::published);
    pending.set(store.pending());
    if (pending.get() > 0) {
      return Duration.ZERO;
    }
    return writer.state().phase() == Phase.OPEN ? POLL_OPEN : POLL_QUIET;
  }

  private boolean isWritable() {
    return sequencer.damage().isEmpty();
  }

  private void requireWritable() throws StoreUnavailableException {
    if (sequencer.damage().isPresent()) {
      throw new StoreUnavailableException("the board is read-only", sequencer.damage().get());
    }
  }

  private interface Guarded<T> {
    T run() throws BoardDamagedException, StoreUnavailableException;
  }

  private <T> T guarded(Guarded<T> work) throws StoreUnavailableException {
    try {
      return work.run();
    } catch (BoardDamagedException e) {
      throw readOnly(e);
    }
  }

  private StoreUnavailableException readOnly(BoardDamagedException e) {
    sequencer.damaged(e);
    return new StoreUnavailableException("the board is read-only", e);
  }

  @Override
  public void close() {
    sequencer.close();
  }
}
