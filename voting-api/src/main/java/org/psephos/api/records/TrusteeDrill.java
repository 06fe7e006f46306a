package org.psephos.api.records;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One time at which a trustee showed that the key works. */
@Entity
@Table(name = "trustee_drill")
public class TrusteeDrill extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(updatable = false)
  public String election;

  @Column(updatable = false)
  public int owner;

  @Column(updatable = false)
  public Instant at;
}
