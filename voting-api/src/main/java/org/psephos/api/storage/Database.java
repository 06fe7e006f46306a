package org.psephos.api.storage;

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
    return Map.ofEntries(
        Map.entry("quarkus.datasource.jdbc.url", url),
        Map.entry("quarkus.datasource.username", application.user()),
        Map.entry("quarkus.datasource.password", application.password()),
        Map.entry("quarkus.datasource.sequencer.jdbc.url", url),
        Map.entry("quarkus.datasource.sequencer.username", sequencer.user()),
        Map.entry("quarkus.datasource.sequencer.password", sequencer.password()),
        Map.entry("quarkus.flyway.jdbc-url", url),
        Map.entry("quarkus.flyway.username", owner.user()),
        Map.entry("quarkus.flyway.password", owner.password()),
        Map.entry("quarkus.flyway.placeholders.application", application.user()),
        Map.entry("quarkus.flyway.sequencer.placeholders.application", application.user()),
        Map.entry("quarkus.flyway.sequencer.placeholders.sequencer", sequencer.user()),
        Map.entry("quarkus.flyway.sequencer.jdbc-url", url),
        Map.entry("quarkus.flyway.sequencer.username", owner.user()),
        Map.entry("quarkus.flyway.sequencer.password", owner.password()));
  }
}
