package org.psephos.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;

/** What one official asked for and a second one has to confirm. */
@ApplicationScoped
public class Confirmations {

  /**
   * What was asked.
   *
   * @param account who asked
   */
  public record Asked(String account, Instant at) {}

  private final EntityManager database;

  Confirmations(EntityManager database) {
    this.database = database;
  }

  /** Who asked last for this act in this election. */
  @Transactional
  public Optional<Asked> asked(String election, String action) {
    return database
        .unwrap(Session.class)
        .createNativeQuery(
            "SELECT account, asked_at FROM confirmation WHERE election = ?1 AND action = ?2",
            Object[].class)
        .setParameter(1, election)
        .setParameter(2, action)
        .uniqueResultOptional()
        .map(row -> new Asked((String) row[0], (Instant) row[1]));
  }

  /** Notes that somebody asks, in place of whoever asked before. */
  @Transactional
  public void ask(String election, String action, String account) {
    database
        .createNativeQuery(
            "INSERT INTO confirmation (election, action, account, asked_at)"
                + " VALUES (?1, ?2, ?3, now()) ON CONFLICT (election, action)"
                + " DO UPDATE SET account = excluded.account, asked_at = excluded.asked_at")
        .setParameter(1, election)
        .setParameter(2, action)
        .setParameter(3, account)
        .executeUpdate();
  }
}
