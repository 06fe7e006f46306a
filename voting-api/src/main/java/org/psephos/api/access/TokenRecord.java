package org.psephos.api.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.psephos.crypto.hash.Digest;

/** What a token is good for, under the hash of the token. */
@Entity
@Table(name = "access_token")
public class TokenRecord extends PanacheEntityBase {

  @Id public String hash;

  @Column(updatable = false)
  public String election;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  public Role role;

  @Column(updatable = false)
  public int owner;

  /** A row for a caller with an election. */
  public static TokenRecord of(Digest hash, Caller caller) {
    TokenRecord row = new TokenRecord();
    row.hash = hash.hex();
    row.election = caller.election().orElseThrow();
    row.role = caller.role();
    row.owner = caller.owner();
    return row;
  }

  /** Whom the token with this hash makes its holder. */
  public static Optional<Caller> lookUp(Digest hash) {
    return TokenRecord.<TokenRecord>findByIdOptional(hash.hex())
        .map(row -> Caller.in(row.election, row.role, row.owner));
  }
}
