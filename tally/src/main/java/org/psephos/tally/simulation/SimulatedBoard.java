package org.psephos.tally.simulation;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import org.psephos.board.bel.BelWriter;
import org.psephos.board.bundle.BundleWriter;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.log.Appended;
import org.psephos.board.log.BoardDamagedException;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.log.LogKeys;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.order.Phase;
import org.psephos.board.store.Admission;
import org.psephos.board.store.FileStore;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.board.store.Submission;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.ElectionId;

/**
 * A board in a folder, written the way a service writes its boards, so that a simulation cannot
 * make a record that a service could not. One thread at a time.
 */
final class SimulatedBoard implements Closeable {

  /** More than the board numbers in one step, few enough to stay small in memory. */
  private static final int MOST_PENDING = 4096;

  private static final long PAUSE_MILLIS = 20;
  private static final int BUFFER = 1 << 20;

  private final FileStore store;
  private final NoteSigner signer;
  private final BulletinBoard board;

  private SimulatedBoard(FileStore store, NoteSigner signer, BulletinBoard board) {
    this.store = store;
    this.signer = signer;
    this.board = board;
  }

  /** Makes a new board in an empty folder, with a fresh key. */
  static SimulatedBoard create(Path folder, ElectionId uuid, SecureRandom random)
      throws IOException {
    String origin = "simulation.invalid/board/" + uuid.value();
    LogKeys keys = new LogKeys(folder.resolve("keys"), random);
    NoteSigner signer = keys.create(uuid.value(), origin);
    FileStore store = FileStore.open(folder.resolve("board"));
    try {
      BulletinBoard board = BulletinBoard.open(store, signer, keys.highWater(uuid.value(), origin));
      return new SimulatedBoard(store, signer, board);
    } catch (BoardDamagedException e) {
      store.close();
      throw new IOException("a board without entries cannot be damaged", e);
    }
  }

  /** The key of the log, as Genesis names it. */
  String log() {
    return signer.key().toString();
  }

  /** Everything that is numbered. */
  TreeHead head() throws IOException {
    return store.head();
  }

  void append(BoardEntry entry, BoardObject... objects) throws IOException {
    append(List.of(entry), List.of(objects));
  }

  /** Appends entries that stand together, behind all ballots that were cast. */
  void append(List<BoardEntry> entries, List<BoardObject> objects) throws IOException {
    if (board.append(entries, objects) instanceof Appended.Refused refused) {
      throw new IllegalStateException("the board refuses an entry: " + refused.violation());
    }
  }

  /** Casts ballots, in this order; waits while too many have no number yet. */
  void cast(List<BoardObject> ballots) throws IOException {
    List<Submission> submissions =
        ballots.stream()
            .map(object -> new Submission(new BallotEntry(object.hash()).encode(), List.of(object)))
            .toList();
    Admission admission = store.submit(submissions, Phase.OPEN.name());
    if (!(admission instanceof Admission.Queued)) {
      throw new IllegalStateException("the board takes no ballots: " + admission);
    }
    while (store.pending() > MOST_PENDING) {
      pause();
    }
  }

  private void pause() throws IOException {
    if (board.damage().isPresent()) {
      throw new IOException("the board stopped", board.damage().get());
    }
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the simulation was interrupted", e);
    }
  }

  void writeBundle(Path file) throws IOException {
    requirePublished();
    try (OutputStream out = create(file)) {
      new BundleWriter(store).writeTar(out);
    }
  }

  void writeArchive(Path file) throws IOException {
    requirePublished();
    try (OutputStream out = create(file)) {
      BelWriter.write(store, board.objects(), out);
    } catch (DecodingException e) {
      throw new IOException("the board that was just written cannot be read", e);
    }
  }

  private void requirePublished() throws IOException {
    long published = store.newestCheckpoint().map(StoredCheckpoint::size).orElse(0L);
    if (published != store.head().size()) {
      throw new IOException("the last checkpoint could not be published");
    }
  }

  private static OutputStream create(Path file) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        BUFFER);
  }

  @Override
  public void close() throws IOException {
    board.close();
    signer.close();
    store.close();
  }
}
