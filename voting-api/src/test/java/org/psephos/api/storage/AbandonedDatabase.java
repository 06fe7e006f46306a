package org.psephos.api.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/** A service that starts its database, stores something, and is killed by {@code kill -9}. */
final class AbandonedDatabase {

  private AbandonedDatabase() {}

  /** Runs {@link #main} in a process of its own and kills it once it has stored its row. */
  static void leaveBehind(Path folder) throws Exception {
    Process service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AbandonedDatabase.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int stored = service.getInputStream().read();
    service.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    if (stored != '!') {
      throw new IllegalStateException("the service ended before it stored anything");
    }
  }

  public static void main(String[] args) throws Exception {
    EmbeddedDatabase server = EmbeddedDatabase.start(DataDirectory.open(Path.of(args[0])));
    try (Connection session =
            EmbeddedDatabaseTest.session(server.database(), server.database().owner());
        Statement statement = session.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 8 AS n");
    }
    System.out.write('!');
    System.out.flush();
    Thread.sleep(TimeUnit.MINUTES.toMillis(5));
  }
}
