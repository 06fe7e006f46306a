package org.psephos.api.records;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.hash.Digest;

/**
 * Which credential a ballot is from: an index of what the ballots say themselves. Written before
 * the ballot is submitted; a row without an entry on the board means nothing.
 */
@Entity
@Table(name = "cast_ballot")
public class CastBallot extends PanacheEntityBase {

  /** Hexadecimal; the ballot names its election, so trackers never meet. */
  @Id public String tracker;

  @Column(updatable = false)
  public String election;

  /** The text of the credential. */
  @Column(updatable = false)
  public String credential;

  public static CastBallot of(String election, Digest tracker, String credential) {
    CastBallot row = new CastBallot();
    row.election = election;
    row.tracker = tracker.hex();
    row.credential = credential;
    return row;
  }

  public static Optional<CastBallot> lookUp(Digest tracker) {
    return findByIdOptional(tracker.hex());
  }

  /** All ballots of one credential, in no order. */
  public static List<CastBallot> ofCredential(String election, String credential) {
    return list("election = ?1 and credential = ?2", election, credential);
  }
}
