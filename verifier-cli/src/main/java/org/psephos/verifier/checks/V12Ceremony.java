package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.SingleTrustee;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.History;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/**
 * What members of a threshold group published holds in every attempt, and the keys, the group and
 * the list that Setup uses are the last ones that were posted before.
 */
final class V12Ceremony implements Check {

  @Override
  public CheckId id() {
    return CheckId.V12;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    History history = Absent.history(record);
    List<Placed<AttemptEntry>> attempts = history.all(AttemptEntry.class);
    boolean setup = history.the(SetupEntry.class).isPresent();
    if (!setup && attempts.isEmpty()) {
      return Absent.entry(record, EntryType.SETUP, Phases.NO_SETUP);
    }
    Examination examination = new Examination();
    AttemptsReview review = new AttemptsReview(record, examination);
    review.examine(attempts);
    if (setup) {
      keys(record, history, examination);
      new GroupUsed(record, examination).compare(review.finished());
      new Uploads(record, history.all(CredentialsEntry.class), examination).compare();
    } else {
      examination.expect(history.seen(EntryType.SETUP));
    }
    return examination.finding("what Setup uses was not accepted");
  }

  private static void keys(ElectionRecord record, History history, Examination examination) {
    Map<Integer, Placed<TrusteeKeyEntry>> posted = new HashMap<>();
    history
        .all(TrusteeKeyEntry.class)
        .forEach(placed -> posted.put(placed.entry().owner(), placed));
    List<TrusteeKey> used = record.trustees().get().map(V12Ceremony::singles).orElse(List.of());
    examination.expect(Math.max(posted.size(), used.size()));
    if (record.trustees().get().isEmpty()) {
      return;
    }
    for (int owner = 1; owner <= used.size(); owner++) {
      key(owner, used.get(owner - 1), Optional.ofNullable(posted.remove(owner)), examination);
    }
    posted
        .values()
        .forEach(
            surplus ->
                examination.fail(
                    new Fault(
                        Subject.at("trustee key", surplus.index(), surplus.entry().payload()),
                        "a key of one of the " + used.size() + " trustees on their own",
                        "one of trustee " + surplus.entry().owner())));
  }

  private static void key(
      int owner,
      TrusteeKey used,
      Optional<Placed<TrusteeKeyEntry>> posted,
      Examination examination) {
    Digest hash = Digest.sha256(used.encode());
    if (posted.isPresent() && posted.get().entry().payload().equals(hash)) {
      examination.pass();
    } else {
      examination.fail(
          new Fault(
              Subject.of("key of trustee " + owner, hash),
              "the last key that trustee " + owner + " posted",
              posted
                  .map(entry -> "that one is " + entry.entry().payload().hex())
                  .orElse("none was posted")));
    }
  }

  /** Owners are numbered from the first of them. */
  private static List<TrusteeKey> singles(Trustees trustees) {
    return trustees.entries().stream()
        .filter(SingleTrustee.class::isInstance)
        .map(single -> ((SingleTrustee) single).key())
        .toList();
  }
}
