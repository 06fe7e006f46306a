package org.psephos.api.records;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An encrypted share of a key on its way from one trustee to another. */
@Entity
@Table(name = "ceremony_share")
public class CeremonyShare extends PanacheEntityBase {

  /** The election, a slash, and the SHA-256 of the content in hexadecimal. */
  @Id public String place;

  @Column(updatable = false)
  public String election;

  @Column(updatable = false)
  public int attempt;

  /** The index of the dealer. */
  @Column(updatable = false)
  public int dealer;

  @Column(updatable = false)
  public byte[] content;
}
