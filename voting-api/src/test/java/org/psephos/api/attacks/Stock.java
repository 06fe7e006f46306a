package org.psephos.api.attacks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.psephos.api.fixture.Held;
import org.psephos.board.note.Checkpoint;

/**
 * Everything that a request could have changed: the rows of every table and the head of a board.
 * Not the audit log, which also notes what was refused.
 */
record Stock(Map<String, Long> rows, Checkpoint head) {

  private static final List<String> TABLES =
      List.of(
          "board.log",
          "board.object",
          "board.submission",
          "board.pending",
          "board.entry",
          "board.tile_root",
          "board.tree_head",
          "board.checkpoint",
          "election",
          "access_token",
          "cast_ballot");

  static Stock of(DataSource database, Held held) throws Exception {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = database.getConnection()) {
      for (String table : TABLES) {
        rows.put(table, count(connection, table));
      }
    }
    return new Stock(rows, held.checkpoint().checkpoint());
  }

  private static long count(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }
}
