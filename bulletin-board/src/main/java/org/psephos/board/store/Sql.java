package org.psephos.board.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.psephos.crypto.hash.Digest;

/** Plain JDBC with less ceremony. */
final class Sql {

  private Sql() {}

  /** Work in one transaction. */
  interface Work<T> {
    T run(Connection connection) throws SQLException, StoreUnavailableException;
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs the work on a connection of its own and commits it; whatever goes wrong, nothing of it
   * stays.
   */
  static <T> T transaction(DataSource source, Work<T> work) throws StoreUnavailableException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.run(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailableException("the database refused or failed", e);
    }
  }

  /** Runs one query on a connection of its own. */
  static <T> T read(DataSource source, Work<T> query) throws StoreUnavailableException {
    try (Connection connection = source.getConnection()) {
      return query.run(connection);
    } catch (SQLException e) {
      throw new StoreUnavailableException("the database refused or failed", e);
    }
  }

  static <T> List<T> list(Connection connection, String query, Row<T> row, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      bind(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          rows.add(row.read(results));
        }
      }
      return rows;
    }
  }

  static <T> Optional<T> first(
      Connection connection, String query, Row<T> row, Object... parameters) throws SQLException {
    List<T> rows = list(connection, query, row, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
  }

  /** Returns the number of rows that changed. */
  static int update(Connection connection, String command, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(command)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Runs one command for each set of parameters. */
  static void batch(Connection connection, String command, List<Object[]> rows)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(command)) {
      for (Object[] parameters : rows) {
        bind(statement, parameters);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      if (value instanceof Digest digest) {
        statement.setBytes(i + 1, digest.toByteArray());
      } else if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  static Digest digest(ResultSet row) throws SQLException {
    return Digest.of(row.getBytes(1));
  }
}
