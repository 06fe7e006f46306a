package org.psephos.verifier.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.ResultEntry;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.verifier.record.Decryptions;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Enough trustees decrypted, and those beyond agree with them. */
final class V24EnoughTrustees implements Check {

  /**
   * Faults of a threshold group with which no interpolation is right: V11 said so, and what follows
   * from it is not said again.
   */
  private static final Set<String> UNFIT =
      Set.of("verification-key", "coefficients-length", "threshold-range", "threshold-length");

  @Override
  public CheckId id() {
    return CheckId.V24;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    if (Absent.history(record).the(ResultEntry.class).isEmpty()) {
      return Absent.entry(record, EntryType.RESULT, Phases.NO_RESULT);
    }
    Optional<Decryptions> decryptions = record.decryptions().get();
    if (decryptions.isEmpty()) {
      return Absent.refused(1, "what trustees decrypted");
    }
    Trustees trustees = record.trustees().get().orElseThrow();
    if (record.trusteesFaults().get().orElse(Set.of()).stream().anyMatch(UNFIT::contains)) {
      return Absent.refused(trustees.entries().size(), "a threshold group");
    }
    EncryptedTally tally = record.tally().get().orElseThrow();
    Opening opening =
        new Opening(
            trustees, tally, decryptions.get(), record.election().get().orElseThrow().group());
    boolean refusedSome = decryptions.get().all().size() < posted(record);
    Examination examination = new Examination();
    for (int entry = 0; entry < trustees.entries().size(); entry++) {
      enough(opening, entry, trustees.entries().get(entry).threshold(), refusedSome, examination);
      agree(opening, entry, tally.sums().places(), examination);
    }
    opening.open().ifPresent(record.opened()::accept);
    return examination.finding("a partial decryption was refused");
  }

  private static long posted(ElectionRecord record) {
    return Absent.history(record).seen(EntryType.PARTIAL_DECRYPTION);
  }

  private static void enough(
      Opening opening, int entry, int threshold, boolean refusedSome, Examination examination) {
    examination.expect(1);
    int used = opening.used(entry).size();
    if (used > 0 && used == threshold) {
      examination.pass();
    } else if (!refusedSome) {
      examination.fail(
          new Fault(
              Subject.of("trustees[" + entry + "]"),
              threshold + " partial decryptions",
              used + " of them"));
    }
  }

  private static void agree(
      Opening opening, int entry, List<String> places, Examination examination) {
    List<Owner> used = opening.used(entry);
    for (Owner owner : opening.present(entry)) {
      if (!used.contains(owner)) {
        agree(owner, opening.implied(used, owner.index()), opening, places, examination);
      }
    }
  }

  private static void agree(
      Owner owner,
      List<Element> implied,
      Opening opening,
      List<String> places,
      Examination examination) {
    List<Element> factors = opening.factors(owner);
    for (int i = 0; i < places.size(); i++) {
      examination.expect(1);
      examination.match(
          Subject.of("trustee " + owner.number()),
          "the factor that the others imply at " + places.get(i) + ",",
          implied.get(i).encode(),
          factors.get(i).encode());
    }
  }
}
