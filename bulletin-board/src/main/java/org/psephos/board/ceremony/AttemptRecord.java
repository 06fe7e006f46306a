package org.psephos.board.ceremony;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.ObjectSource;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.TrusteeKey;

/**
 * Everything that one attempt of the threshold key ceremony has on the board, decoded and not
 * inspected. Maps are by the index of the member. Immutable.
 *
 * @param end the complaint or the abandonment that ended it
 */
public record AttemptRecord(
    int number,
    int size,
    int threshold,
    SortedMap<Integer, Certificate> certificates,
    SortedMap<Integer, Digest> commitments,
    SortedMap<Integer, Dealing> dealings,
    SortedMap<Integer, TrusteeKey> keys,
    Optional<AttemptEntry> end) {

  public AttemptRecord {
    certificates = new TreeMap<>(certificates);
    commitments = new TreeMap<>(commitments);
    dealings = new TreeMap<>(dealings);
    keys = new TreeMap<>(keys);
    requireNonNull(end, "end is null");
  }

  /**
   * Puts the attempts of a board together.
   *
   * @param entries of a board in order, as {@code board.order} judges it
   * @return all attempts, the last one last
   * @throws DecodingException if an object is missing or malformed, with its place
   */
  public static List<AttemptRecord> read(
      List<? extends AttemptEntry> entries, ObjectSource objects, Group group)
      throws IOException, DecodingException {
    List<AttemptReader> attempts = new ArrayList<>();
    for (AttemptEntry entry : entries) {
      if (attempts.size() < entry.attempt()) {
        attempts.add(new AttemptReader(entry.attempt(), objects, group));
      }
      attempts.get(entry.attempt() - 1).take(entry);
    }
    return attempts.stream().map(AttemptReader::record).toList();
  }

  /** The attempt that counts: the last one. */
  public static Optional<AttemptRecord> last(List<AttemptRecord> attempts) {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }

  /** What the members of this attempt agree on. */
  public Ceremony ceremony(ElectionId election, Group group) {
    return new Ceremony(election, number, group, size, threshold);
  }

  /** All certificates in the order of indexes, if all stand. */
  public Optional<List<Certificate>> allCertificates() {
    return certificates.size() == size
        ? Optional.of(List.copyOf(certificates.values()))
        : Optional.empty();
  }

  /** Certificates and dealings of all members, if all stand. */
  public Optional<Dealings> allDealings(ElectionId election, Group group) {
    return dealings.size() == size
        ? Optional.of(
            new Dealings(
                ceremony(election, group),
                List.copyOf(certificates.values()),
                List.copyOf(dealings.values())))
        : Optional.empty();
  }

  /** The finished group, if the attempt is complete and has not been given up. */
  public Optional<PedersenGroup> finished(ElectionId election, Group group) {
    return end.isEmpty() && keys.size() == size
        ? allDealings(election, group).map(all -> all.finish(List.copyOf(keys.values())))
        : Optional.empty();
  }
}
