package org.psephos.board.order;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.MemberEntry;
import org.psephos.board.entry.VerificationKeyEntry;

/**
 * How far one attempt of the threshold key ceremony has come (docs/spec/key-ceremony.md, section
 * 2). Immutable.
 */
public final class CeremonyAttempt {

  /** Whether more is to come. */
  public enum Status {
    /** Members have something to contribute. */
    UNDER_WAY,
    /** All verification keys stand, so that Setup may use the group. */
    COMPLETE,
    /** A complaint or the official ended it, and the next attempt may begin. */
    ENDED
  }

  private final int number;
  private final int size;
  private final int threshold;
  private final Map<CeremonyStep, Set<Integer>> contributed;
  private final Optional<AttemptEntry> end;

  private CeremonyAttempt(
      int number,
      int size,
      int threshold,
      Map<CeremonyStep, Set<Integer>> contributed,
      Optional<AttemptEntry> end) {
    this.number = number;
    this.size = size;
    this.threshold = threshold;
    this.contributed = contributed;
    this.end = end;
  }

  /** The attempt that this certificate begins. */
  static CeremonyAttempt begun(CertificateEntry first) {
    CeremonyAttempt empty =
        new CeremonyAttempt(
            first.attempt(), first.size(), first.threshold(), Map.of(), Optional.empty());
    return empty.after(first);
  }

  /** The attempt after one more entry that {@link CeremonyRules} allows. */
  CeremonyAttempt after(AttemptEntry entry) {
    if (entry instanceof AbandonEntry || entry instanceof ComplaintEntry) {
      return new CeremonyAttempt(number, size, threshold, contributed, Optional.of(entry));
    }
    MemberEntry member = (MemberEntry) entry;
    CeremonyStep step = step(member).orElseThrow();
    Map<CeremonyStep, Set<Integer>> more = new EnumMap<>(CeremonyStep.class);
    more.putAll(contributed);
    more.put(step, Progress.plus(contributed(step), member.index()));
    return new CeremonyAttempt(number, size, threshold, more, end);
  }

  /** The step in which an entry contributes; none for a complaint. */
  static Optional<CeremonyStep> step(MemberEntry entry) {
    if (entry instanceof CertificateEntry) {
      return Optional.of(CeremonyStep.CERTIFICATES);
    }
    if (entry instanceof CommitmentEntry) {
      return Optional.of(CeremonyStep.COMMITMENTS);
    }
    if (entry instanceof DealingEntry) {
      return Optional.of(CeremonyStep.DEALINGS);
    }
    return entry instanceof VerificationKeyEntry
        ? Optional.of(CeremonyStep.VERIFICATION_KEYS)
        : Optional.empty();
  }

  /** Which attempt, from 1. */
  public int number() {
    return number;
  }

  /** The number of members n. */
  public int size() {
    return size;
  }

  /** The number of members t that can decrypt. */
  public int threshold() {
    return threshold;
  }

  public Status status() {
    if (end.isPresent()) {
      return Status.ENDED;
    }
    return complete(CeremonyStep.VERIFICATION_KEYS) ? Status.COMPLETE : Status.UNDER_WAY;
  }

  /** The first step that not all members have done; the last one if all have done all. */
  public CeremonyStep step() {
    for (CeremonyStep step : CeremonyStep.values()) {
      if (!complete(step)) {
        return step;
      }
    }
    return CeremonyStep.VERIFICATION_KEYS;
  }

  /** The members whose contribution to a step stands. */
  public Set<Integer> contributed(CeremonyStep step) {
    return contributed.getOrDefault(step, Set.of());
  }

  /** The members that {@link #step} waits for, in order; none unless the attempt is under way. */
  public SortedSet<Integer> missing() {
    SortedSet<Integer> missing = new TreeSet<>();
    for (int index = 1; index <= size && status() == Status.UNDER_WAY; index++) {
      if (!contributed(step()).contains(index)) {
        missing.add(index);
      }
    }
    return missing;
  }

  /** The complaint or the abandonment that ended it. */
  public Optional<AttemptEntry> end() {
    return end;
  }

  boolean complete(CeremonyStep step) {
    return contributed(step).size() == size;
  }
}
