package org.psephos.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running server: who gets in, and the two questions that are asked before an election may open.
 */
class EmbeddedDatabaseTest {

  @TempDir static Path folder;

  private static DataDirectory directory;
  private static EmbeddedDatabase server;

  @BeforeAll
  static void start() throws Exception {
    directory = DataDirectory.open(folder.resolve("data"));
    server = EmbeddedDatabase.start(directory);
    asOwner("CREATE SCHEMA safe");
    asOwner("CREATE TABLE safe.entry (idx bigint PRIMARY KEY, bytes bytea)");
    asOwner("CREATE TABLE safe.pending (ident bytea PRIMARY KEY)");
    asOwner("GRANT USAGE ON SCHEMA safe TO psephos_application");
    asOwner("GRANT SELECT, INSERT ON safe.entry, safe.pending TO psephos_application");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    directory.close();
  }

  @Test
  void asksEveryLoginForItsPassword() throws Exception {
    Database database = server.database();
    for (DatabaseLogin login :
        List.of(database.owner(), database.application(), database.sequencer())) {
      session(login).close();
      DatabaseLogin guess = new DatabaseLogin(login.user(), "guess");
      assertThatThrownBy(() -> session(guess).close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void listensOnTheLoopbackInterfaceAndOnNoSocketFile() throws Exception {
    try (Connection session = session(server.database().application());
        Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery("SHOW listen_addresses")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("127.0.0.1");
    }
    int port = URI.create(server.database().url().substring("jdbc:".length())).getPort();
    assertThat(Path.of("/tmp/.s.PGSQL." + port)).doesNotExist();
  }

  @Test
  void keepsSecretsFromOtherUsersOfTheMachineAndOutOfTheLog() throws Exception {
    for (Path path : List.of(directory.root(), directory.secrets(), directory.postgres())) {
      assertThat(permissions(path)).isEqualTo("rwx------");
    }
    for (String name : List.of("postgres", "owner", "application", "sequencer")) {
      assertThat(permissions(directory.secrets().resolve(name))).isEqualTo("rw-------");
    }
    String password = server.database().application().password();
    assertThat(Files.readString(directory.postgres().resolve("server.log")))
        .doesNotContain(password);
    assertThat(server.database().toString()).doesNotContain(password);
  }

  @Test
  void findsNothingInALoginThatMayOnlyReadAndAdd() throws Exception {
    assertThat(faults(List.of())).isEmpty();
  }

  @Test
  void findsEveryPrivilegeThatCouldChangeTheBoard() throws Exception {
    for (String privilege : List.of("UPDATE", "DELETE", "TRUNCATE", "TRIGGER")) {
      asOwner("GRANT " + privilege + " ON safe.entry TO psephos_application");
      assertThat(faults(List.of("pending")))
          .containsExactly("the login may " + privilege + " in table entry");
      asOwner("REVOKE " + privilege + " ON safe.entry FROM psephos_application");
    }
    assertThat(faults(List.of())).isEmpty();
  }

  @Test
  void findsAnUpdateThatIsAllowedOnOneColumn() throws Exception {
    asOwner("GRANT UPDATE (bytes) ON safe.entry TO psephos_application");
    assertThat(faults(List.of())).containsExactly("the login may UPDATE in table entry");
    asOwner("REVOKE UPDATE (bytes) ON safe.entry FROM psephos_application");
  }

  @Test
  void allowsDeletingFromTheQueueAndFromNothingElse() throws Exception {
    asOwner("GRANT DELETE ON safe.pending TO psephos_application");
    assertThat(faults(List.of("pending"))).isEmpty();
    assertThat(faults(List.of())).containsExactly("the login may DELETE in table pending");
    asOwner("REVOKE DELETE ON safe.pending FROM psephos_application");
  }

  @Test
  void findsTheOwner() throws Exception {
    try (Connection session = session(server.database().owner())) {
      assertThat(Privileges.faults(session, "safe", List.of()))
          .contains("the login may UPDATE in table entry", "the login may DELETE in table pending");
    }
  }

  @Test
  void findsAForgetfulSession() throws Exception {
    try (Connection session = session(server.database().application());
        Statement statement = session.createStatement()) {
      assertThat(Durability.faults(session)).isEmpty();
      statement.execute("SET synchronous_commit = off");
      assertThat(Durability.faults(session)).containsExactly("synchronous_commit is off");
      statement.execute("SET synchronous_commit = remote_apply");
      assertThat(Durability.faults(session)).isEmpty();
    }
  }

  private static List<String> faults(List<String> mayDelete) throws Exception {
    try (Connection session = session(server.database().application())) {
      return Privileges.faults(session, "safe", mayDelete);
    }
  }

  private static void asOwner(String sql) throws Exception {
    try (Connection session = session(server.database().owner());
        Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String permissions(Path file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static Connection session(DatabaseLogin login) throws SQLException {
    return session(server.database(), login);
  }

  static Connection session(Database database, DatabaseLogin login) throws SQLException {
    return DriverManager.getConnection(database.url(), login.user(), login.password());
  }
}
