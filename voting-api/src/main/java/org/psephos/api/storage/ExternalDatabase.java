package org.psephos.api.storage;

import java.nio.file.Path;
import java.util.Optional;

/** A PostgreSQL that somebody else runs, as the settings describe it. */
public final class ExternalDatabase {

  private ExternalDatabase() {}

  /**
   * The configured database, if an address is configured.
   *
   * @throws StorageException if one of the three logins is missing or its password file unreadable
   */
  public static Optional<Database> from(Settings settings) throws StorageException {
    Optional<String> url = settings.get(Settings.DATABASE_URL);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Database(
            url.get(),
            login(settings, "owner"),
            login(settings, "application"),
            login(settings, "sequencer")));
  }

  private static DatabaseLogin login(Settings settings, String role) throws StorageException {
    String prefix = "psephos.database." + role;
    String user = required(settings, prefix + ".username");
    String passwordFile = required(settings, prefix + ".password-file");
    return new DatabaseLogin(user, SecretFile.read(Path.of(passwordFile)));
  }

  private static String required(Settings settings, String key) throws StorageException {
    return settings
        .get(key)
        .orElseThrow(() -> new StorageException("with an external database, set " + key));
  }
}
