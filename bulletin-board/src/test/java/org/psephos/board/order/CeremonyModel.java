package org.psephos.board.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.MemberEntry;
import org.psephos.board.entry.VerificationKeyEntry;
import org.psephos.crypto.hash.Digest;

/** The order of the key ceremony, word for word as the specification has it: a list and counts. */
final class CeremonyModel {

  private static final Digest X = EntryFixtures.hash("x");

  private final List<AttemptEntry> accepted = new ArrayList<>();

  /** All entries of a small world: 3 attempts of up to 3 members. */
  static List<AttemptEntry> world() {
    List<AttemptEntry> all = new ArrayList<>();
    for (int attempt = 1; attempt <= 3; attempt++) {
      all.add(new AbandonEntry(attempt, X));
      for (int index = 1; index <= 3; index++) {
        addMember(all, attempt, index);
      }
    }
    return all;
  }

  private static void addMember(List<AttemptEntry> all, int attempt, int index) {
    all.add(new CommitmentEntry(attempt, X, index));
    all.add(new DealingEntry(attempt, index, X));
    all.add(new VerificationKeyEntry(attempt, index, X));
    for (int other = 1; other <= 3; other++) {
      if (other != index) {
        all.add(new ComplaintEntry(other, attempt, index, X));
      }
      for (int threshold = 1; threshold <= other && index <= other; threshold++) {
        all.add(new CertificateEntry(attempt, index, X, other, threshold));
      }
    }
  }

  void add(AttemptEntry entry) {
    accepted.add(entry);
  }

  int attempt() {
    return accepted.stream().mapToInt(AttemptEntry::attempt).max().orElse(0);
  }

  boolean ended() {
    return of(AbandonEntry.class).findAny().isPresent()
        || of(ComplaintEntry.class).findAny().isPresent();
  }

  boolean complete() {
    return attempt() > 0 && !ended() && count(VerificationKeyEntry.class) == size();
  }

  boolean allowsSetup() {
    return attempt() == 0 || ended() || complete();
  }

  boolean allows(AttemptEntry entry) {
    if (attempt() == 0 || ended()) {
      return entry instanceof CertificateEntry && entry.attempt() == attempt() + 1;
    }
    return entry.attempt() == attempt()
        && (entry instanceof AbandonEntry || allowsMember((MemberEntry) entry));
  }

  private boolean allowsMember(MemberEntry entry) {
    if (entry.index() > size()) {
      return false;
    }
    if (entry instanceof CertificateEntry certificate) {
      return of(CertificateEntry.class)
          .allMatch(
              other ->
                  other.size() == certificate.size()
                      && other.threshold() == certificate.threshold()
                      && other.index() != certificate.index());
    }
    if (entry instanceof CommitmentEntry) {
      return count(CertificateEntry.class) == size() && isNew(entry);
    }
    if (entry instanceof DealingEntry) {
      return count(CommitmentEntry.class) == size() && isNew(entry);
    }
    if (entry instanceof ComplaintEntry complaint && complaint.against() > size()) {
      return false;
    }
    return count(DealingEntry.class) == size()
        && of(VerificationKeyEntry.class).noneMatch(same(entry));
  }

  private boolean isNew(MemberEntry entry) {
    return of(entry.getClass()).noneMatch(same(entry));
  }

  private static Predicate<MemberEntry> same(MemberEntry entry) {
    return other -> other.index() == entry.index();
  }

  int size() {
    Optional<CertificateEntry> any = of(CertificateEntry.class).findAny();
    return any.map(CertificateEntry::size).orElse(0);
  }

  private long count(Class<? extends AttemptEntry> kind) {
    return of(kind).count();
  }

  private <T extends AttemptEntry> Stream<T> of(Class<T> kind) {
    int last = attempt();
    return accepted.stream()
        .filter(entry -> entry.attempt() == last)
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
