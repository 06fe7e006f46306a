package org.psephos.api.records;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** An election as its official describes it. From Setup on, the board's word counts instead. */
@Entity
@Table(name = "election")
public class ElectionRecord extends PanacheEntityBase {

  @Id public String uuid;

  /** What its board is called, for ever. */
  @Column(updatable = false)
  public String origin;

  /** The draft, as JSON. */
  public String draft;

  /** Who holds the backup of the log key and where; null until it is recorded. */
  @Column(name = "log_key_backup")
  public String logKeyBackup;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  /** The election of this id, if there is one. */
  public static Optional<ElectionRecord> lookUp(String uuid) {
    return findByIdOptional(uuid);
  }

  /** The election whose board is called this, if there is one. */
  public static Optional<ElectionRecord> called(String origin) {
    return find("origin", origin).firstResultOptional();
  }
}
