package org.psephos.api.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  static void revoke(String election, Role role, int from, int to) {
    delete("election = ?1 and role = ?2 and owner between ?3 and ?4", election, role, from, to);
  }

  static Set<Seat> seats(String election) {
    return TokenRecord.<TokenRecord>list("election", election).stream()
        .map(row -> new Seat(row.role, row.owner))
        .collect(Collectors.toSet());
  }

  /** Whom the token with this hash makes its holder. */
  public static Optional<Caller> lookUp(Digest hash) {
    return TokenRecord.<TokenRecord>findByIdOptional(hash.hex())
        .map(row -> Caller.in(row.election, row.role, row.owner));
  }
}
