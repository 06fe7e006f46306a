package org.psephos.board.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.merkle.Frontier;

/** The database itself refuses what a wrong or hostile service would ask of it. */
class PostgresRulesTest {

  private static final String DENIED = "permission denied";
  private static final String APPEND_ONLY = "append-only";

  private final String uuid = TestPostgres.uuid();
  private PostgresStore store;

  @BeforeEach
  void aBoardWithEntriesAndSomethingPending() throws Exception {
    store = TestPostgres.store(uuid);
    BoardStoreContract.append(store, BoardStoreContract.OPEN, "genesis");
    store.submit(List.of(BoardStoreContract.submission("a")), BoardStoreContract.OPEN);
    BoardStoreContract.number(store, 10);
    store.publish(new StoredCheckpoint(2, "two\n"));
    store.submit(List.of(BoardStoreContract.submission("b")), BoardStoreContract.OPEN);
  }

  private int execute(DataSource login, String... commands) throws SQLException {
    try (Connection connection = login.getConnection();
        Statement statement = connection.createStatement()) {
      int changed = 0;
      for (String command : commands) {
        changed = statement.executeUpdate(command.replace("$log", log()));
      }
      return changed;
    }
  }

  private String log() {
    return "(SELECT log_id FROM board.log WHERE uuid = '" + uuid + "')";
  }

  private void assertRefused(String because, DataSource login, String... commands) {
    assertThatThrownBy(() -> execute(login, commands))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(because);
  }

  @Nested
  class Logins {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "log",
          "object",
          "submission",
          "pending",
          "entry",
          "tile_root",
          "tree_head",
          "checkpoint"
        })
    void nobody_may_update_or_truncate(String table) {
      String column = table.equals("log") ? "uuid" : "log_id";
      String update = "UPDATE board." + table + " SET " + column + " = " + column;
      String truncate = "TRUNCATE board." + table + " CASCADE";
      for (DataSource login : List.of(TestPostgres.application(), TestPostgres.sequencer())) {
        assertRefused(DENIED, login, update);
        assertRefused(DENIED, login, truncate);
      }
      for (DataSource login : List.of(TestPostgres.owner(), TestPostgres.superuser())) {
        assertRefused(APPEND_ONLY, login, update);
        assertRefused(APPEND_ONLY, login, truncate);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"log", "object", "submission", "entry", "tile_root", "tree_head", "checkpoint"})
    void nobody_may_delete_from_the_board(String table) {
      String delete = "DELETE FROM board." + table + " WHERE log_id = $log";
      assertRefused(DENIED, TestPostgres.application(), delete);
      assertRefused(DENIED, TestPostgres.sequencer(), delete);
      assertRefused(APPEND_ONLY, TestPostgres.owner(), delete);
      assertRefused(APPEND_ONLY, TestPostgres.superuser(), delete);
    }

    @Test
    void only_the_sequencer_may_shorten_the_queue() throws Exception {
      String delete = "DELETE FROM board.pending WHERE log_id = $log";
      assertRefused(DENIED, TestPostgres.application(), delete);
      assertThat(execute(TestPostgres.sequencer(), delete)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
      "entry, '(log_id, idx, ident, leaf, entry) VALUES (0, 0, NULL, NULL, NULL)'",
      "tree_head, '(log_id, size, prev_size, root, stage) VALUES (0, 1, 0, NULL, NULL)'",
      "checkpoint, '(log_id, size, note) VALUES (0, 1, NULL)'",
      "tile_root, '(log_id, level, idx, root) VALUES (0, 1, 0, NULL)'"
    })
    void the_application_may_not_number(String table, String row) {
      assertRefused(DENIED, TestPostgres.application(), "INSERT INTO board." + table + " " + row);
    }

    @Test
    void neither_login_may_make_or_change_tables() {
      for (DataSource login : List.of(TestPostgres.application(), TestPostgres.sequencer())) {
        assertRefused(DENIED, login, "CREATE TABLE board.more (x int)");
        assertRefused("must be owner", login, "ALTER TABLE board.entry DISABLE TRIGGER ALL");
      }
    }

    @Test
    void the_triggers_also_hold_for_a_replica() {
      assertRefused(
          APPEND_ONLY,
          TestPostgres.superuser(),
          "SET session_replication_role = replica",
          "DELETE FROM board.entry WHERE log_id = $log");
    }
  }

  @Nested
  class Rows {

    private static final String ROOT = "sha256('root')";

    private String head(long size, long previous) {
      return "INSERT INTO board.tree_head (log_id, size, prev_size, root, stage) VALUES ($log, "
          + size
          + ", "
          + previous
          + ", "
          + ROOT
          + ", 'OPEN')";
    }

    private String entry(long index) {
      return "INSERT INTO board.entry (log_id, idx, ident, leaf, entry) VALUES ($log, "
          + index
          + ", sha256('b'), sha256('leaf'), 'b')";
    }

    @Test
    void a_head_needs_its_entries_and_the_newest_head_before_it() throws Exception {
      DataSource sequencer = TestPostgres.sequencer();
      assertRefused("needs 1 entries", sequencer, head(3, 2));
      assertRefused("follows size 2", sequencer, head(3, 1));
      assertRefused("follows size 2", sequencer, head(2, 0));
      assertThat(execute(sequencer, entry(2), head(3, 2))).isEqualTo(1);
      assertRefused("follows size 3", sequencer, head(4, 2));
    }

    @Test
    void a_head_over_a_gap_is_refused() throws Exception {
      execute(TestPostgres.sequencer(), entry(3));
      assertRefused("is missing", TestPostgres.sequencer(), head(3, 2));
    }

    @Test
    void a_number_is_given_once_and_only_behind_the_newest_head() {
      assertRefused("numbered already", TestPostgres.sequencer(), entry(1));
      assertRefused("numbered already", TestPostgres.sequencer(), entry(0));
    }

    @Test
    void an_entry_is_numbered_once() throws Exception {
      execute(TestPostgres.sequencer(), entry(2));
      assertRefused("duplicate key", TestPostgres.sequencer(), entry(3));
    }

    @Test
    void an_entry_that_nobody_submitted_is_not_numbered() {
      assertRefused(
          "foreign key",
          TestPostgres.sequencer(),
          "INSERT INTO board.entry (log_id, idx, ident, leaf, entry)"
              + " VALUES ($log, 2, sha256('x'), sha256('leaf'), 'x')");
    }

    @Test
    void an_object_under_another_hash_is_refused() throws Exception {
      assertRefused(
          "object_check",
          TestPostgres.application(),
          "INSERT INTO board.object (log_id, hash, bytes) VALUES ($log, sha256('x'), 'y')");
      assertThat(
              execute(
                  TestPostgres.application(),
                  "INSERT INTO board.object (log_id, hash, bytes)"
                      + " VALUES ($log, sha256('x'), 'x')"))
          .isEqualTo(1);
    }
  }

  @Test
  void two_heads_after_the_same_head_are_stopped_even_without_locks() throws Exception {
    TreeHead head = store.head();
    Frontier before = Frontier.of(head.size(), new StoredNodes(store));
    assertThatThrownBy(
            () ->
                store.number(
                    1,
                    standing -> {
                      Extension extension =
                          Growth.by(standing.pending(), before, store).extension();
                      numberWithoutLock();
                      return extension;
                    }))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(store.head().size()).isEqualTo(3);
    assertThat(store.head(3).orElseThrow().root()).isEqualTo(store.head().root());
  }

  /** What a sequencer of another make would do, in a transaction of its own. */
  private void numberWithoutLock() throws StoreUnavailableException {
    try {
      execute(
          TestPostgres.sequencer(),
          "INSERT INTO board.entry (log_id, idx, ident, leaf, entry)"
              + " VALUES ($log, 2, sha256('b'), sha256('leaf'), 'b')",
          "INSERT INTO board.tree_head (log_id, size, prev_size, root, stage)"
              + " VALUES ($log, 3, 2, sha256('root'), 'OPEN')");
    } catch (SQLException e) {
      throw new StoreUnavailableException("not numbered", e);
    }
  }
}
