package org.psephos.api.storage;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the operator set: the file {@code psephos.properties} in the data directory, overridden by
 * environment variables ({@code PSEPHOS_PUBLIC_URL}), overridden by system properties. Passwords
 * are never settings; files with passwords are named by them. Unknown names are refused.
 */
public final class Settings {

  public static final String PUBLIC_URL = "psephos.public-url";
  public static final String DATABASE_URL = "psephos.database.url";

  /** The reverse proxies whose word about a client's address is taken: addresses or networks. */
  public static final String TRUSTED_PROXIES = "psephos.trusted-proxies";

  /** The zone in which pages tell the time, as {@code Europe/Warsaw}; otherwise the system's. */
  public static final String TIME_ZONE = "psephos.time-zone";

  private static final List<String> KEYS =
      List.of(
          PUBLIC_URL,
          TIME_ZONE,
          DATABASE_URL,
          TRUSTED_PROXIES,
          "psephos.database.owner.username",
          "psephos.database.owner.password-file",
          "psephos.database.application.username",
          "psephos.database.application.password-file",
          "psephos.database.sequencer.username",
          "psephos.database.sequencer.password-file");

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads the file, if there is one, and looks at the environment and the system properties.
   *
   * @throws StorageException if the file cannot be read or holds a name that means nothing
   */
  public static Settings load(Path file, Map<String, String> environment, Properties system)
      throws StorageException {
    Map<String, String> values = new HashMap<>(fromFile(file));
    for (String key : KEYS) {
      put(values, key, environment.get(variable(key)));
      put(values, key, system.getProperty(key));
    }
    return new Settings(values);
  }

  private static void put(Map<String, String> values, String key, String value) {
    if (value != null && !value.isBlank()) {
      values.put(key, value.strip());
    }
  }

  private static Map<String, String> fromFile(Path file) throws StorageException {
    Map<String, String> values = new HashMap<>();
    if (!Files.exists(file)) {
      return values;
    }
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new StorageException("the settings file " + file + " cannot be read", e);
    }
    for (String key : lines.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new StorageException(file + ": there is no setting " + key);
      }
      put(values, key, lines.getProperty(key));
    }
    return values;
  }

  /** The environment variable that stands for a setting. */
  static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  public Optional<String> get(String key) {
    if (!KEYS.contains(key)) {
      throw new IllegalArgumentException("there is no setting " + key);
    }
    return Optional.ofNullable(values.get(key));
  }
}
