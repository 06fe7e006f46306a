package org.psephos.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, in the order and in the wrong order. */
class DatabaseLifeTest {

  @TempDir Path folder;

  @Test
  void whatWasStoredOutlivesAKilledServiceAndAStop() throws Exception {
    AbandonedDatabase.leaveBehind(folder.resolve("data"));
    long orphan = Postmaster.runningOn(postgresData()).orElseThrow().pid();
    try (DataDirectory directory = DataDirectory.open(folder.resolve("data"))) {
      try (EmbeddedDatabase next = EmbeddedDatabase.start(directory)) {
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(number(next.database(), "SELECT n FROM kept")).isEqualTo(8);
      }
      assertThat(Postmaster.runningOn(postgresData())).isEmpty();
      try (EmbeddedDatabase afterAStop = EmbeddedDatabase.start(directory)) {
        assertThat(number(afterAStop.database(), "SELECT n FROM kept")).isEqualTo(8);
      }
    }
  }

  @Test
  void anUnfinishedClusterIsSetAsideAndAFinishedOneIsNot() throws Exception {
    Path data = Files.createDirectories(folder.resolve("postgres/data"));
    Files.writeString(data.resolve("postgresql.conf"), "broken");
    Cluster.setAsideIfUnfinished(data);
    assertThat(data).doesNotExist();
    try (var files = Files.list(data.getParent())) {
      assertThat(files.filter(file -> Files.exists(file.resolve("postgresql.conf")))).hasSize(1);
    }
    Files.createDirectories(data);
    Cluster.markFinished(data);
    Cluster.setAsideIfUnfinished(data);
    assertThat(data).exists();
  }

  @Test
  void aProcessNumberThatWasUsedAgainIsNotOurServer() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
    assertThat(Postmaster.runningOn(data)).isEmpty();
  }

  private Path postgresData() {
    return folder.resolve("data/postgres/data").toAbsolutePath();
  }

  private static int number(Database database, String query) throws SQLException {
    try (Connection session = EmbeddedDatabaseTest.session(database, database.owner());
        Statement statement = session.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
