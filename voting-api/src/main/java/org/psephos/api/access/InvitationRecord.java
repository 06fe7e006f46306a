package org.psephos.api.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account that somebody may take, under the hash of the token in their link. */
@Entity
@Table(name = "invitation")
public class InvitationRecord extends PanacheEntityBase {

  @Id public String hash;

  /** The name of the account that it makes. */
  @Column(updatable = false)
  public String account;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public Role role;

  @Column(name = "expires_at", updatable = false)
  public Instant expiresAt;
}
