package org.psephos.api.records;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** One administrative act: who, what, when. Never a secret, never a ballot. */
@Entity
@Table(name = "operator_log")
public class OperatorAction extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(updatable = false)
  public Instant at;

  @Column(updatable = false)
  public String election;

  /** A role, with the number where it has one: {@code trustee 2}. */
  @Column(updatable = false)
  public String actor;

  @Column(updatable = false)
  public String action;

  /** Everything that was done in an election, in order. */
  public static List<OperatorAction> of(String election) {
    return list("election = ?1 order by id", election);
  }
}
