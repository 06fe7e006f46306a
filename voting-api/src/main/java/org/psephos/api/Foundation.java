package org.psephos.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.psephos.api.storage.DataDirectory;
import org.psephos.api.storage.Database;
import org.psephos.api.storage.EmbeddedDatabase;
import org.psephos.api.storage.ExternalDatabase;
import org.psephos.api.storage.Settings;
import org.psephos.api.storage.StorageException;

/** What must stand before the service starts: the locked data directory, a port, a database. */
final class Foundation implements AutoCloseable {

  private final DataDirectory directory;
  private final Optional<EmbeddedDatabase> embedded;
  private final Map<String, String> settings;

  private Foundation(
      DataDirectory directory, Optional<EmbeddedDatabase> embedded, Map<String, String> settings) {
    this.directory = directory;
    this.embedded = embedded;
    this.settings = Map.copyOf(settings);
  }

  /**
   * Opens the data directory and starts or finds the database.
   *
   * @throws StorageException with the reason in words; nothing is left open then
   */
  static Foundation lay(ServerArguments arguments) throws StorageException {
    DataDirectory directory = DataDirectory.open(arguments.data());
    try {
      Settings set =
          Settings.load(
              directory.root().resolve("psephos.properties"),
              System.getenv(),
              System.getProperties());
      int port = arguments.port() == 0 ? freePort(arguments.host()) : arguments.port();
      Map<String, String> settings = new HashMap<>();
      settings.put("psephos.data", directory.root().toString());
      settings.put("psephos.public-url", publicUrl(arguments, set, port));
      settings.put("quarkus.http.host", arguments.host());
      settings.put("quarkus.http.port", Integer.toString(port));
      settings.put(Settings.TIME_ZONE, timeZone(set));
      set.get(Settings.TRUSTED_PROXIES).ifPresent(proxies -> trust(proxies, settings));
      return withDatabase(directory, set, settings);
    } catch (StorageException e) {
      directory.close();
      throw e;
    }
  }

  /** Otherwise everyone behind a proxy shares its address, and the limits that go by address. */
  private static void trust(String proxies, Map<String, String> settings) {
    settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
    settings.put("quarkus.http.proxy.allow-x-forwarded", "true");
    settings.put("quarkus.http.proxy.trusted-proxies", proxies);
  }

  private static Foundation withDatabase(
      DataDirectory directory, Settings set, Map<String, String> settings) throws StorageException {
    Optional<Database> external = ExternalDatabase.from(set);
    if (external.isPresent()) {
      settings.putAll(external.get().settings());
      return new Foundation(directory, Optional.empty(), settings);
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.start(directory);
    settings.putAll(embedded.database().settings());
    return new Foundation(directory, Optional.of(embedded), settings);
  }

  private static String publicUrl(ServerArguments arguments, Settings set, int port) {
    if (arguments.publicUrl() != null) {
      return arguments.publicUrl();
    }
    return set.get(Settings.PUBLIC_URL).orElse("http://localhost:" + port);
  }

  private static String timeZone(Settings set) throws StorageException {
    String zone = set.get(Settings.TIME_ZONE).orElseGet(() -> ZoneId.systemDefault().getId());
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      throw new StorageException(
          Settings.TIME_ZONE + ": there is no time zone " + zone + "; Europe/Warsaw is one", e);
    }
  }

  private static int freePort(String host) throws StorageException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new StorageException("no free port on " + host, e);
    }
  }

  Map<String, String> settings() {
    return settings;
  }

  @Override
  public void close() throws StorageException {
    try {
      if (embedded.isPresent()) {
        embedded.get().close();
      }
    } finally {
      directory.close();
    }
  }
}
