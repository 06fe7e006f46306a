package org.psephos.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** The index of amendments, each as the text of its board entry. */
@ApplicationScoped
public class Amendments {

  private final EntityManager database;

  Amendments(EntityManager database) {
    this.database = database;
  }

  /** Adds one that is about to be appended; adding it again changes nothing. */
  @Transactional
  public void add(String election, String entry) {
    database
        .createNativeQuery(
            "INSERT INTO amendment (election, entry) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
        .setParameter(1, election)
        .setParameter(2, entry)
        .executeUpdate();
  }

  /** All of an election, in no order. */
  @Transactional
  public List<String> of(String election) {
    return database
        .unwrap(Session.class)
        .createNativeQuery("SELECT entry FROM amendment WHERE election = ?1", String.class)
        .setParameter(1, election)
        .list();
  }
}
