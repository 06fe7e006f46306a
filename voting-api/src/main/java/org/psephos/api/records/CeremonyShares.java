package org.psephos.api.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.hash.Digest;

/** Encrypted shares by their hash. */
@ApplicationScoped
public class CeremonyShares {

  /** Keeps the shares of one dealer, all or none; those that are kept already stay as they are. */
  @Transactional
  public void add(String election, int attempt, int dealer, List<byte[]> shares) {
    for (byte[] share : shares) {
      CeremonyShare.getEntityManager()
          .createNativeQuery(
              "INSERT INTO ceremony_share (place, election, attempt, dealer, content)"
                  + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING")
          .setParameter(1, place(election, Digest.sha256(share).hex()))
          .setParameter(2, election)
          .setParameter(3, attempt)
          .setParameter(4, dealer)
          .setParameter(5, share)
          .executeUpdate();
    }
  }

  /** The share of an election with this hash, in hexadecimal. */
  @Transactional
  public Optional<byte[]> find(String election, String hash) {
    return CeremonyShare.<CeremonyShare>findByIdOptional(place(election, hash))
        .map(row -> row.content);
  }

  private static String place(String election, String hash) {
    return election + "/" + hash;
  }
}
