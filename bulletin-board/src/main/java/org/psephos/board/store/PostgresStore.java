package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryBytes;
import org.psephos.crypto.hash.Digest;

/**
 * A board in PostgreSQL, in the tables of {@code db/board}. For any number of processes: advisory
 * locks order them, and the primary keys stop whoever ignores the locks.
 *
 * <p>Uses two logins. The application's may only queue; the sequencer's may number and may delete
 * from the queue. The data sources must not take part in anybody else's transactions, and belong to
 * the caller.
 */
public final class PostgresStore implements BoardStore {

  /** Held shared by who submits, alone by who decides. */
  private static final int GATE = 0x70736731;

  /** Held by who numbers. */
  private static final int NUMBERING = 0x70736732;

  private final DataSource application;
  private final DataSource sequencer;
  private final int log;
  private final PostgresReads reads;
  private final Interruption interruption;

  private PostgresStore(
      DataSource application, DataSource sequencer, int log, Interruption interruption) {
    this.application = application;
    this.sequencer = sequencer;
    this.log = log;
    this.reads = new PostgresReads(application, log);
    this.interruption = interruption;
  }

  /**
   * Opens the board of this election, or begins it.
   *
   * @throws StoreUnavailableException also if a login does not work with READ COMMITTED
   */
  public static PostgresStore open(DataSource application, DataSource sequencer, String uuid)
      throws StoreUnavailableException {
    return open(application, sequencer, uuid, Interruption.NONE);
  }

  static PostgresStore open(
      DataSource application, DataSource sequencer, String uuid, Interruption interruption)
      throws StoreUnavailableException {
    requireNonNull(application, "application is null");
    requireNonNull(sequencer, "sequencer is null");
    requireReadCommitted(application);
    requireReadCommitted(sequencer);
    int log =
        Sql.transaction(
            application,
            connection -> {
              Sql.update(
                  connection,
                  "INSERT INTO board.log (uuid) VALUES (?) ON CONFLICT DO NOTHING",
                  uuid);
              return Sql.first(
                      connection,
                      "SELECT log_id FROM board.log WHERE uuid = ?",
                      row -> row.getInt(1),
                      uuid)
                  .orElseThrow();
            });
    return new PostgresStore(application, sequencer, log, interruption);
  }

  /** Who waited for a lock must see what was committed meanwhile. */
  private static void requireReadCommitted(DataSource source) throws StoreUnavailableException {
    String isolation =
        Sql.transaction(
                source,
                connection ->
                    Sql.first(
                        connection,
                        "SELECT current_setting('transaction_isolation')",
                        row -> row.getString(1)))
            .orElseThrow();
    if (!isolation.equals("read committed")) {
      throw new StoreUnavailableException(
          "transactions are " + isolation + ", but must be read committed");
    }
  }

  @Override
  public void putObject(BoardObject object) throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_OBJECT);
    Sql.transaction(
        application,
        connection -> {
          insertObjects(connection, List.of(object));
          return null;
        });
    interruption.at(Interruption.Point.AFTER_OBJECT);
  }

  private void insertObjects(Connection connection, List<BoardObject> objects) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    objects.forEach(object -> rows.add(new Object[] {log, object.hash(), object.toByteArray()}));
    Sql.batch(
        connection,
        "INSERT INTO board.object (log_id, hash, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        rows);
  }

  @Override
  public Admission submit(List<Submission> submissions, String stage)
      throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_SUBMISSION);
    Admission admission =
        Sql.transaction(application, connection -> submit(connection, submissions, stage));
    interruption.at(Interruption.Point.AFTER_SUBMISSION);
    return admission;
  }

  private Admission submit(Connection connection, List<Submission> submissions, String stage)
      throws SQLException {
    lock(connection, "pg_advisory_xact_lock_shared", GATE);
    String current = PostgresReads.stage(connection, log);
    if (!current.equals(stage)) {
      return new Admission.WrongStage(current);
    }
    Set<Digest> known = new HashSet<>();
    for (Submission submission : submissions) {
      Digest ident = submission.entry().ident();
      if (!insertSubmission(connection, ident)) {
        known.add(ident);
        continue;
      }
      insertObjects(connection, submission.objects());
      interruption.at(Interruption.Point.AMID);
      Sql.update(
          connection,
          "INSERT INTO board.pending (log_id, ident, entry) VALUES (?, ?, ?)",
          log,
          ident,
          submission.entry().toByteArray());
    }
    return new Admission.Queued(known);
  }

  /** Waits for a transaction that is just submitting the same; false if it is known. */
  private boolean insertSubmission(Connection connection, Digest ident) throws SQLException {
    return Sql.update(
            connection,
            "INSERT INTO board.submission (log_id, ident) VALUES (?, ?) ON CONFLICT DO NOTHING",
            log,
            ident)
        == 1;
  }

  private void lock(Connection connection, String function, int lock) throws SQLException {
    Sql.list(connection, "SELECT 1 FROM " + function + "(?, ?)", row -> 1, lock, log);
  }

  @Override
  public TreeHead number(int limit, Extending extending) throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_NUMBER);
    TreeHead head =
        Sql.transaction(
            sequencer,
            connection -> {
              lock(connection, "pg_advisory_xact_lock", NUMBERING);
              Standing standing = standing(connection, limit);
              if (standing.pending().isEmpty()) {
                return standing.head();
              }
              Extension extension = Steps.checked(standing, extending.extend(standing), false);
              insert(connection, standing, extension, standing.stage());
              return extension.head();
            });
    interruption.at(Interruption.Point.AFTER_NUMBER);
    return head;
  }

  @Override
  public TreeHead exclusively(Deciding deciding) throws StoreUnavailableException {
    interruption.at(Interruption.Point.BEFORE_NUMBER);
    TreeHead head =
        Sql.transaction(
            sequencer,
            connection -> {
              lock(connection, "pg_advisory_xact_lock", GATE);
              lock(connection, "pg_advisory_xact_lock", NUMBERING);
              Standing standing = standing(connection, Integer.MAX_VALUE);
              Optional<Deciding.Decision> decision = deciding.decide(standing);
              if (decision.isEmpty()) {
                return standing.head();
              }
              Extension extension = Steps.checked(standing, decision.get().extension(), true);
              insertObjects(connection, decision.get().objects());
              insertNew(connection, extension, standing.pending().size());
              insert(connection, standing, extension, decision.get().stage());
              return extension.head();
            });
    interruption.at(Interruption.Point.AFTER_NUMBER);
    return head;
  }

  private Standing standing(Connection connection, int limit) throws SQLException {
    List<EntryBytes> pending =
        Sql.list(
            connection,
            "SELECT entry FROM board.pending WHERE log_id = ? ORDER BY seq LIMIT ?",
            row -> EntryBytes.of(row.getBytes(1)),
            log,
            limit);
    return new Standing(
        PostgresReads.stage(connection, log), PostgresReads.head(connection, log), pending);
  }

  private void insertNew(Connection connection, Extension extension, int taken)
      throws SQLException {
    for (EntryBytes entry : extension.entries().subList(taken, extension.entries().size())) {
      if (!insertSubmission(connection, entry.ident())) {
        throw new IllegalArgumentException("an entry stands on the board already");
      }
    }
  }

  private void insert(Connection connection, Standing standing, Extension extension, String stage)
      throws SQLException {
    insertEntries(connection, extension);
    interruption.at(Interruption.Point.AMID);
    List<Object[]> tiles = new ArrayList<>();
    extension
        .tiles()
        .forEach(tile -> tiles.add(new Object[] {log, tile.level(), tile.index(), tile.root()}));
    Sql.batch(
        connection,
        "INSERT INTO board.tile_root (log_id, level, idx, root) VALUES (?, ?, ?, ?)",
        tiles);
    Sql.update(
        connection,
        "INSERT INTO board.tree_head (log_id, size, prev_size, root, stage)"
            + " VALUES (?, ?, ?, ?, ?)",
        log,
        extension.head().size(),
        standing.head().size(),
        extension.head().root(),
        stage);
    deletePending(connection, standing.pending());
  }

  private void insertEntries(Connection connection, Extension extension) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < extension.entries().size(); i++) {
      EntryBytes entry = extension.entries().get(i);
      rows.add(
          new Object[] {
            log, extension.from() + i, entry.ident(), extension.leaves().get(i), entry.toByteArray()
          });
    }
    Sql.batch(
        connection,
        "INSERT INTO board.entry (log_id, idx, ident, leaf, entry) VALUES (?, ?, ?, ?, ?)",
        rows);
  }

  /** Exactly those that were numbered: later ones may have come with a smaller number in line. */
  private void deletePending(Connection connection, List<EntryBytes> numbered) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    numbered.forEach(entry -> rows.add(new Object[] {log, entry.ident()}));
    Sql.batch(connection, "DELETE FROM board.pending WHERE log_id = ? AND ident = ?", rows);
  }

  @Override
  public void publish(StoredCheckpoint checkpoint) throws StoreUnavailableException {
    Sql.transaction(
        sequencer,
        connection -> {
          Sql.update(
              connection,
              "INSERT INTO board.checkpoint (log_id, size, note) VALUES (?, ?, ?)"
                  + " ON CONFLICT DO NOTHING",
              log,
              checkpoint.size(),
              checkpoint.note());
          requirePublished(connection, checkpoint);
          return null;
        });
  }

  private void requirePublished(Connection connection, StoredCheckpoint checkpoint)
      throws SQLException, StoreUnavailableException {
    Optional<String> note =
        Sql.first(
            connection,
            "SELECT note FROM board.checkpoint WHERE log_id = ? AND size = ?",
            row -> row.getString(1),
            log,
            checkpoint.size());
    if (!note.equals(Optional.of(checkpoint.note()))) {
      throw new StoreUnavailableException(
          "another checkpoint of size " + checkpoint.size() + " is published");
    }
  }

  @Override
  public TreeHead head() throws StoreUnavailableException {
    return reads.head();
  }

  @Override
  public Optional<TreeHead> head(long size) throws StoreUnavailableException {
    return reads.head(size);
  }

  @Override
  public String stage() throws StoreUnavailableException {
    return reads.stage();
  }

  @Override
  public List<EntryBytes> entries(long from, int limit) throws StoreUnavailableException {
    return reads.entries(from, limit);
  }

  @Override
  public List<Digest> hashes(int level, long from, int limit) throws StoreUnavailableException {
    return reads.hashes(level, from, limit);
  }

  @Override
  public OptionalLong indexOf(Digest ident) throws StoreUnavailableException {
    return reads.indexOf(ident);
  }

  @Override
  public boolean isPending(Digest ident) throws StoreUnavailableException {
    return reads.isPending(ident);
  }

  @Override
  public int pending() throws StoreUnavailableException {
    return reads.pending();
  }

  @Override
  public Optional<ObjectContent> object(Digest hash) throws StoreUnavailableException {
    return reads.object(hash);
  }

  @Override
  public Optional<StoredCheckpoint> newestCheckpoint() throws StoreUnavailableException {
    return reads.newestCheckpoint();
  }

  @Override
  public Optional<StoredCheckpoint> firstCheckpointCovering(long index)
      throws StoreUnavailableException {
    return reads.firstCheckpointCovering(index);
  }

  @Override
  public void close() {
    // The data sources belong to the caller.
  }
}
