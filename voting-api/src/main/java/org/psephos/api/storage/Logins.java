package org.psephos.api.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The three logins of the embedded database. Their names are fixed, their passwords generated. */
record Logins(DatabaseLogin owner, DatabaseLogin application, DatabaseLogin sequencer) {

  static final String DATABASE = "psephos";

  static Logins in(Path secrets) throws StorageException {
    return new Logins(
        login("psephos_owner", secrets.resolve("owner")),
        login("psephos_application", secrets.resolve("application")),
        login("psephos_sequencer", secrets.resolve("sequencer")));
  }

  private static DatabaseLogin login(String user, Path secret) throws StorageException {
    return new DatabaseLogin(user, SecretFile.readOrMake(secret));
  }

  Database database(String url) {
    return new Database(url, owner, application, sequencer);
  }

  /** Makes what is missing of roles and database; run as superuser. */
  void createIn(DataSource superuser) throws SQLException {
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      // A statement that fails would otherwise be logged with the password in it.
      statement.execute("SET log_min_error_statement = panic");
      for (DatabaseLogin login : List.of(owner, application, sequencer)) {
        createRole(connection, login);
      }
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
        statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + owner.user());
      }
      statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
      statement.execute(
          "GRANT CONNECT ON DATABASE "
              + (DATABASE + " TO " + application.user() + ", " + sequencer.user()));
    }
  }

  /** Sets the password each time: the file is the truth, also after a restored backup. */
  private static void createRole(Connection connection, DatabaseLogin login) throws SQLException {
    String verb =
        exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", login.user())
            ? "ALTER"
            : "CREATE";
    String text =
        "SELECT format('"
            + verb
            + " ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD %L', ?, ?)";
    try (PreparedStatement format = connection.prepareStatement(text);
        Statement statement = connection.createStatement()) {
      format.setString(1, login.user());
      format.setString(2, login.password());
      try (ResultSet row = format.executeQuery()) {
        row.next();
        statement.execute(row.getString(1));
      }
    }
  }

  private static boolean exists(Connection connection, String question, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
