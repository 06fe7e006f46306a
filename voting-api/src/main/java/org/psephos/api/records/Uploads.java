package org.psephos.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** What came of the last list of credentials that each registrar sent, taken or not. */
@ApplicationScoped
public class Uploads {

  /**
   * The last one.
   *
   * @param report as JSON
   */
  public record Noted(String report, Instant at) {}

  private final EntityManager database;

  Uploads(EntityManager database) {
    this.database = database;
  }

  /** Notes one in the place of the one before. */
  @Transactional
  public void note(String election, String report) {
    database
        .createNativeQuery(
            "INSERT INTO credentials_upload (election, report, at) VALUES (?1, ?2, now())"
                + " ON CONFLICT (election)"
                + " DO UPDATE SET report = excluded.report, at = excluded.at")
        .setParameter(1, election)
        .setParameter(2, report)
        .executeUpdate();
  }

  /** The last one of an election. */
  @Transactional
  public Optional<Noted> last(String election) {
    return database
        .unwrap(Session.class)
        .createNativeQuery(
            "SELECT report, at FROM credentials_upload WHERE election = ?1", Object[].class)
        .setParameter(1, election)
        .uniqueResultOptional()
        .map(row -> new Noted((String) row[0], (Instant) row[1]));
  }
}
