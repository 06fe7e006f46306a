package org.psephos.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/** The index of ballots by credential. */
@ApplicationScoped
public class CastBallots {

  /** Adds a ballot that is about to be submitted; adding it again changes nothing. */
  @Transactional
  public void add(String election, Digest tracker, String credential) {
    CastBallot.getEntityManager()
        .createNativeQuery(
            "INSERT INTO cast_ballot (tracker, election, credential)"
                + " VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")
        .setParameter(1, tracker.hex())
        .setParameter(2, election)
        .setParameter(3, credential)
        .executeUpdate();
  }

  /** The other ballots of the credential that a ballot is from; empty if it was never here. */
  @Transactional
  public Optional<List<Digest>> besides(String election, Digest tracker) {
    return CastBallot.lookUp(tracker)
        .filter(row -> row.election.equals(election))
        .map(
            row ->
                CastBallot.ofCredential(election, row.credential).stream()
                    .filter(other -> !other.tracker.equals(row.tracker))
                    .map(other -> digest(other.tracker))
                    .toList());
  }

  /** All ballots of a credential, in no order. */
  @Transactional
  public List<Digest> of(String election, String credential) {
    return CastBallot.ofCredential(election, credential).stream()
        .map(row -> digest(row.tracker))
        .toList();
  }

  private static Digest digest(String hex) {
    try {
      return Digest.fromHex(hex);
    } catch (DecodingException e) {
      throw new IllegalStateException("a stored tracker is damaged", e);
    }
  }
}
