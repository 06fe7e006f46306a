package org.psephos.board.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.store.Sql.Row;
import org.psephos.crypto.hash.Digest;

/** Reads one board out of PostgreSQL; each question is a transaction of its own. */
final class PostgresReads implements BoardReads {

  private static final String HEAD = "SELECT size, root FROM board.tree_head WHERE log_id = ? ";

  private final DataSource source;
  private final int log;

  PostgresReads(DataSource source, int log) {
    this.source = source;
    this.log = log;
  }

  private <T> Optional<T> first(String query, Row<T> row, Object... parameters)
      throws StoreUnavailableException {
    return Sql.read(source, connection -> Sql.first(connection, query, row, parameters));
  }

  private <T> List<T> list(String query, Row<T> row, Object... parameters)
      throws StoreUnavailableException {
    return Sql.read(source, connection -> Sql.list(connection, query, row, parameters));
  }

  @Override
  public TreeHead head() throws StoreUnavailableException {
    return Sql.read(source, connection -> head(connection, log));
  }

  static TreeHead head(Connection connection, int log) throws SQLException {
    return Sql.first(connection, HEAD + "ORDER BY size DESC LIMIT 1", PostgresReads::treeHead, log)
        .orElse(TreeHead.EMPTY);
  }

  private static TreeHead treeHead(ResultSet row) throws SQLException {
    return new TreeHead(row.getLong(1), Digest.of(row.getBytes(2)));
  }

  @Override
  public Optional<TreeHead> head(long size) throws StoreUnavailableException {
    return size == 0
        ? Optional.of(TreeHead.EMPTY)
        : first(HEAD + "AND size = ?", PostgresReads::treeHead, log, size);
  }

  @Override
  public String stage() throws StoreUnavailableException {
    return Sql.read(source, connection -> stage(connection, log));
  }

  static String stage(Connection connection, int log) throws SQLException {
    return Sql.first(
            connection,
            "SELECT stage FROM board.tree_head WHERE log_id = ? ORDER BY size DESC LIMIT 1",
            row -> row.getString(1),
            log)
        .orElse("");
  }

  @Override
  public List<EntryBytes> entries(long from, int limit) throws StoreUnavailableException {
    return list(
        "SELECT entry FROM board.entry WHERE log_id = ? AND idx >= ? ORDER BY idx LIMIT ?",
        row -> EntryBytes.of(row.getBytes(1)),
        log,
        from,
        limit);
  }

  @Override
  public List<Digest> hashes(int level, long from, int limit) throws StoreUnavailableException {
    if (limit == 0) {
      return List.of();
    }
    return level == 0
        ? list(
            "SELECT leaf FROM board.entry WHERE log_id = ? AND idx >= ? ORDER BY idx LIMIT ?",
            Sql::digest,
            log,
            from,
            limit)
        : list(
            "SELECT root FROM board.tile_root WHERE log_id = ? AND level = ? AND idx >= ?"
                + " ORDER BY idx LIMIT ?",
            Sql::digest,
            log,
            level,
            from,
            limit);
  }

  @Override
  public OptionalLong indexOf(Digest ident) throws StoreUnavailableException {
    return first(
            "SELECT idx FROM board.entry WHERE log_id = ? AND ident = ?",
            row -> row.getLong(1),
            log,
            ident)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  @Override
  public boolean isPending(Digest ident) throws StoreUnavailableException {
    return first(
            "SELECT s.ident FROM board.submission s WHERE s.log_id = ? AND s.ident = ? AND NOT"
                + " EXISTS (SELECT FROM board.entry e WHERE e.log_id = s.log_id AND e.ident = s.ident)",
            Sql::digest,
            log,
            ident)
        .isPresent();
  }

  @Override
  public int pending() throws StoreUnavailableException {
    return first("SELECT count(*) FROM board.pending WHERE log_id = ?", row -> row.getInt(1), log)
        .orElse(0);
  }

  @Override
  public Optional<ObjectContent> object(Digest hash) throws StoreUnavailableException {
    return first(
            "SELECT octet_length(bytes) FROM board.object WHERE log_id = ? AND hash = ?",
            row -> row.getLong(1),
            log,
            hash)
        .map(length -> content(hash, length));
  }

  private ObjectContent content(Digest hash, long length) {
    return new ObjectContent() {
      @Override
      public long length() {
        return length;
      }

      @Override
      public SpanStream open() {
        return new SpanStream(length, (offset, count) -> piece(hash, offset, count));
      }
    };
  }

  private byte[] piece(Digest hash, long offset, int count) throws StoreUnavailableException {
    return first(
            "SELECT substring(bytes FROM ? FOR ?) FROM board.object WHERE log_id = ? AND hash = ?",
            row -> row.getBytes(1),
            Math.toIntExact(offset + 1),
            count,
            log,
            hash)
        .orElseThrow(() -> new StoreUnavailableException("object " + hash.hex() + " is gone"));
  }

  @Override
  public Optional<StoredCheckpoint> newestCheckpoint() throws StoreUnavailableException {
    return first(
        "SELECT size, note FROM board.checkpoint WHERE log_id = ? ORDER BY size DESC LIMIT 1",
        PostgresReads::checkpoint,
        log);
  }

  @Override
  public Optional<StoredCheckpoint> firstCheckpointCovering(long index)
      throws StoreUnavailableException {
    return first(
        "SELECT size, note FROM board.checkpoint WHERE log_id = ? AND size > ?"
            + " ORDER BY size LIMIT 1",
        PostgresReads::checkpoint,
        log,
        index);
  }

  private static StoredCheckpoint checkpoint(ResultSet row) throws SQLException {
    return new StoredCheckpoint(row.getLong(1), row.getString(2));
  }
}
