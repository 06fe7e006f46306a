package org.psephos.api.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who logs in. */
@Entity
@Table(name = "account")
public class AccountRecord extends PanacheEntityBase {

  @Id public String name;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public Role role;

  public String password;

  /** Whether the password is for once, and another must be chosen with it. */
  public boolean provisional;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;
}
