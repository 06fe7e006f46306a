package org.psephos.tally.ceremony;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.TrusteeKey;

/**
 * What the board shows of one attempt, under a checkpoint whose signature and consistency the
 * caller verified. The objects are decoded and not yet inspected. Immutable.
 *
 * @param attempt the last attempt on the board; one more if that has ended and another is wanted:
 *     see {@link #following}
 * @param size as the entries say, or as agreed while there is none
 * @param threshold likewise
 * @param certificates by index; as many as {@code size}
 * @param commitments likewise
 * @param dealings likewise
 * @param keys likewise, the verification keys
 * @param ended why the attempt ended, by a complaint or an abandon; it may hold text from outside
 * @param earlierCertificates those of all earlier attempts
 * @param earlierKeys the verification keys of all earlier attempts
 */
public record CeremonyView(
    int attempt,
    int size,
    int threshold,
    List<Optional<Certificate>> certificates,
    List<Optional<Digest>> commitments,
    List<Optional<Dealing>> dealings,
    List<Optional<TrusteeKey>> keys,
    Optional<String> ended,
    List<Certificate> earlierCertificates,
    List<TrusteeKey> earlierKeys) {

  public CeremonyView {
    certificates = List.copyOf(certificates);
    commitments = List.copyOf(commitments);
    dealings = List.copyOf(dealings);
    keys = List.copyOf(keys);
    earlierCertificates = List.copyOf(earlierCertificates);
    earlierKeys = List.copyOf(earlierKeys);
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts are numbered from 1");
    }
    for (List<?> step : List.of(certificates, commitments, dealings, keys)) {
      if (step.size() != size) {
        throw new IllegalArgumentException("each step has a place for each of " + size);
      }
    }
  }

  /** A board without any entry of a ceremony. */
  public static CeremonyView none(int size, int threshold) {
    return empty(1, size, threshold, List.of(), List.of());
  }

  /**
   * The next attempt, of which nothing stands yet. For whoever decides to try again after this one
   * has ended.
   */
  public CeremonyView following() {
    List<Certificate> certified = new ArrayList<>(earlierCertificates);
    certificates.forEach(certificate -> certificate.ifPresent(certified::add));
    List<TrusteeKey> published = new ArrayList<>(earlierKeys);
    keys.forEach(key -> key.ifPresent(published::add));
    return empty(attempt + 1, size, threshold, certified, published);
  }

  private static CeremonyView empty(
      int attempt,
      int size,
      int threshold,
      List<Certificate> earlierCertificates,
      List<TrusteeKey> earlierKeys) {
    return new CeremonyView(
        attempt,
        size,
        threshold,
        Collections.nCopies(size, Optional.empty()),
        Collections.nCopies(size, Optional.empty()),
        Collections.nCopies(size, Optional.empty()),
        Collections.nCopies(size, Optional.empty()),
        Optional.empty(),
        earlierCertificates,
        earlierKeys);
  }

  /** The indexes of the members whose part of a step is missing. */
  static List<Integer> missing(List<? extends Optional<?>> step) {
    return IntStream.rangeClosed(1, step.size())
        .filter(index -> step.get(index - 1).isEmpty())
        .boxed()
        .toList();
  }

  /** The parts of a step of which none is missing. */
  static <T> List<T> all(List<Optional<T>> step) {
    return step.stream().map(Optional::orElseThrow).toList();
  }
}
