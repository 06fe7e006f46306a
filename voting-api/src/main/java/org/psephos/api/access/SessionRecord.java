package org.psephos.api.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A log-in, under the hash of its token. */
@Entity
@Table(name = "login_session")
public class SessionRecord extends PanacheEntityBase {

  @Id public String hash;

  @ManyToOne(optional = false)
  @JoinColumn(name = "account", updatable = false)
  public AccountRecord account;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public Channel channel;

  @Column(name = "expires_at", updatable = false)
  public Instant expiresAt;
}
