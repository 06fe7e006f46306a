package org.psephos.board.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;

/**
 * One PostgreSQL for all tests of this module, with the migrations and the three logins. It runs
 * without fsync: tests kill transactions, not the machine.
 */
public final class TestPostgres {

  private static final List<String> MIGRATIONS =
      List.of("V1__board.sql", "V2__append_only.sql", "V3__logins.sql");
  private static final AtomicInteger ELECTIONS = new AtomicInteger();
  private static final EmbeddedPostgres POSTGRES = start();
  private static final DataSource APPLICATION = pooled("board_application");
  private static final DataSource SEQUENCER = pooled("board_sequencer");

  private TestPostgres() {}

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres = builder().start();
      try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
        execute(connection, "CREATE ROLE board_owner LOGIN");
        execute(connection, "CREATE ROLE board_application LOGIN");
        execute(connection, "CREATE ROLE board_sequencer LOGIN");
        execute(connection, "GRANT CREATE ON DATABASE postgres TO board_owner");
      }
      try (Connection connection =
          postgres.getDatabase("board_owner", "postgres").getConnection()) {
        for (String migration : MIGRATIONS) {
          execute(connection, migration(migration));
        }
      }
      return postgres;
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("no PostgreSQL for tests", e);
    }
  }

  /** With {@code -Dpsephos.test.durable=true} as a service would have it, for measurements. */
  private static EmbeddedPostgres.Builder builder() {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    if (Boolean.getBoolean("psephos.test.durable")) {
      builder.setServerConfig("fsync", "on");
      builder.setServerConfig("synchronous_commit", "on");
      builder.setServerConfig("full_page_writes", "on");
    }
    return builder;
  }

  private static String migration(String name) throws IOException {
    try (InputStream file = TestPostgres.class.getResourceAsStream("/db/board/" + name)) {
      return Utf8.decode(file.readAllBytes())
          .replace("${application}", "board_application")
          .replace("${sequencer}", "board_sequencer");
    } catch (DecodingException e) {
      throw new IOException(e);
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  public static DataSource application() {
    return APPLICATION;
  }

  public static DataSource sequencer() {
    return SEQUENCER;
  }

  static DataSource owner() {
    return POSTGRES.getDatabase("board_owner", "postgres");
  }

  static DataSource superuser() {
    return POSTGRES.getPostgresDatabase();
  }

  /** An election that no other test uses. */
  public static String uuid() {
    return "test" + ELECTIONS.incrementAndGet();
  }

  public static PostgresStore store(String uuid) throws StoreUnavailableException {
    return PostgresStore.open(APPLICATION, SEQUENCER, uuid);
  }

  /** Keeps connections instead of closing them: opening one takes longer than most tests. */
  private static DataSource pooled(String user) {
    DataSource source = POSTGRES.getDatabase(user, "postgres");
    Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    return (DataSource)
        Proxy.newProxyInstance(
            TestPostgres.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
              }
              Connection kept = idle.poll();
              return returning(kept == null ? source.getConnection() : kept, idle);
            });
  }

  private static Connection returning(Connection connection, Queue<Connection> idle) {
    return (Connection)
        Proxy.newProxyInstance(
            TestPostgres.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (!connection.getAutoCommit()) {
                  connection.rollback();
                  connection.setAutoCommit(true);
                }
                idle.add(connection);
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
