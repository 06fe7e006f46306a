package org.psephos.crypto.ceremony;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.Coefficients;
import org.psephos.crypto.trustee.Trustees;

/**
 * One attempt of a threshold group to make its key: what all members must agree on. Immutable.
 *
 * @param election whose key it is part of
 * @param attempt from 1, in the order of the board
 * @param group in which the key lives
 * @param size the number of members n, 1 to {@link Trustees#MAX_OWNERS}
 * @param threshold the number of members t that can decrypt, 1 to n
 */
public record Ceremony(ElectionId election, int attempt, Group group, int size, int threshold) {

  public Ceremony {
    requireNonNull(election, "election is null");
    requireNonNull(group, "group is null");
    if (attempt < 1) {
      throw new IllegalArgumentException("attempts are numbered from 1, not " + attempt);
    }
    if (size < 1 || size > Trustees.MAX_OWNERS) {
      throw new IllegalArgumentException(
          "a threshold group has 1 to " + Trustees.MAX_OWNERS + " members, not " + size);
    }
    if (threshold < 1 || threshold > size) {
      throw new IllegalArgumentException(
          "the threshold is from 1 to " + size + ", not " + threshold);
    }
  }

  /** The ceremony id, {@code <uuid>/<attempt>}, which every message of the attempt carries. */
  public String id() {
    return election.value() + "/" + attempt;
  }

  /** What the certificate of a member must be for. */
  public Certificate.Context context(int index) {
    requireMember(index);
    return new Certificate.Context(group.name(), size, threshold, index);
  }

  /**
   * The hash with which a member commits itself to its polynomial before it shows the commitments
   * to the coefficients.
   */
  public Digest commitment(int index, List<Element> coefficients) {
    return commitment(index, Coefficients.message(coefficients));
  }

  Digest commitment(int index, String message) {
    requireMember(index);
    return Digest.sha256("psephos/coefexps/1|" + id() + "|" + index + "|" + message);
  }

  void requireMember(int index) {
    if (index < 1 || index > size) {
      throw new IllegalArgumentException("members are numbered from 1 to " + size);
    }
  }
}
