package org.psephos.api.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL that the service brings along, for an installation without one: durable, on the
 * loopback interface alone, every login with a password, its data kept in the data directory. The
 * caller holds the lock of that directory for as long as the database runs.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Duration START_PATIENCE = Duration.ofMinutes(2);

  private final Path data;
  private final EmbeddedPostgres server;
  private final Database database;

  private EmbeddedDatabase(Path data, EmbeddedPostgres server, Database database) {
    this.data = data;
    this.server = server;
    this.database = database;
  }

  /**
   * Starts it, after stopping what a killed service left running; makes the cluster, the logins and
   * the database the first time.
   *
   * @throws StorageException with the reason in words
   */
  public static EmbeddedDatabase start(DataDirectory directory) throws StorageException {
    Path data = directory.postgres().resolve("data");
    UserNamespaces.requireIfRoot();
    stopRunning(data);
    String superuser = SecretFile.readOrMake(directory.secrets().resolve("postgres"));
    Logins logins = Logins.in(directory.secrets());
    try {
      DataDirectory.makePrivate(directory.postgres());
      Cluster.setAsideIfUnfinished(data);
      EmbeddedPostgres server = launch(directory, data, superuser);
      // The library opens the folder of its binaries to everyone.
      DataDirectory.makePrivate(directory.postgres());
      return prepared(data, server, superuser, logins);
    } catch (IOException | IllegalStateException e) {
      throw new StorageException(
          "PostgreSQL did not start; see " + directory.postgres().resolve("server.log"), e);
    }
  }

  private static void stopRunning(Path data) throws StorageException {
    Optional<Postmaster> running = Postmaster.runningOn(data);
    if (running.isPresent()) {
      running.get().stop();
    }
  }

  private static EmbeddedPostgres launch(DataDirectory directory, Path data, String superuser)
      throws IOException {
    ProcessBuilder.Redirect log =
        ProcessBuilder.Redirect.appendTo(directory.postgres().resolve("server.log").toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(directory.postgres().toFile())
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START_PATIENCE)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        // The library is made for tests and switches durability off; the later word wins.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100")
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", directory.secrets().resolve("postgres").toString())
        .setLocaleConfig("encoding", "UTF8")
        .setLocaleConfig("locale", "C")
        .setConnectConfig("password", superuser)
        .start();
  }

  private static EmbeddedDatabase prepared(
      Path data, EmbeddedPostgres server, String superuser, Logins logins)
      throws IOException, StorageException {
    try {
      logins.createIn(server.getDatabase("postgres", "postgres", password(superuser)));
      Cluster.markFinished(data);
      String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + Logins.DATABASE;
      return new EmbeddedDatabase(data, server, logins.database(url));
    } catch (SQLException e) {
      server.close();
      throw new StorageException("the logins of the embedded PostgreSQL could not be made", e);
    }
  }

  private static Map<String, String> password(String superuser) {
    return Map.of("password", superuser);
  }

  public Database database() {
    return database;
  }

  /**
   * Stops the server and waits until it has written everything out.
   *
   * @throws StorageException if it does not stop
   */
  @Override
  public void close() throws StorageException {
    try {
      server.close();
    } catch (IOException e) {
      throw new StorageException("PostgreSQL could not be stopped", e);
    }
    stopRunning(data);
  }
}
