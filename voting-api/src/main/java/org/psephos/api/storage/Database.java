package org.psephos.api.storage;

import java.util.HashMap;
import java.util.Map;

/**
 * A PostgreSQL database and the three logins with which the service uses it.
 *
 * @param url JDBC address, without credentials
 * @param owner owns every table and runs the migrations; closed otherwise
 * @param application the service; may add to the board's queue, never change the board
 * @param sequencer numbers and signs; may delete from the queue of pending entries alone
 */
public record Database(
    String url, DatabaseLogin owner, DatabaseLogin application, DatabaseLogin sequencer) {

  /** What the framework must be told: addresses, logins and who runs the migrations. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.putAll(pool("quarkus.datasource.", application));
    settings.putAll(pool("quarkus.datasource.board.", application));
    settings.putAll(pool("quarkus.datasource.sequencer.", sequencer));
    settings.putAll(migration("quarkus.flyway."));
    settings.putAll(migration("quarkus.flyway.board."));
    settings.put("quarkus.flyway.board.placeholders.sequencer", sequencer.user());
    return Map.copyOf(settings);
  }

  private Map<String, String> pool(String prefix, DatabaseLogin login) {
    return Map.of(
        prefix + "jdbc.url", url,
        prefix + "username", login.user(),
        prefix + "password", login.password());
  }

  private Map<String, String> migration(String prefix) {
    return Map.of(
        prefix + "jdbc-url", url,
        prefix + "username", owner.user(),
        prefix + "password", owner.password(),
        prefix + "placeholders.application", application.user());
  }
}
