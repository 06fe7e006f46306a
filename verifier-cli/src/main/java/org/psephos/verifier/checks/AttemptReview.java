package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.LocalizedText;
import org.psephos.board.entry.Reference;
import org.psephos.board.entry.VerificationKeyEntry;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.ceremony.CeremonyInspection;
import org.psephos.crypto.ceremony.Dealing;
import org.psephos.crypto.ceremony.Dealings;
import org.psephos.crypto.ceremony.Evidence;
import org.psephos.crypto.ceremony.Judgement;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.trustee.Certificate;
import org.psephos.crypto.trustee.PedersenGroup;
import org.psephos.crypto.trustee.TrusteeKey;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.record.Shelf;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Subject;

/**
 * Reviews what was published in one attempt, entry by entry, each in view of what stood before
 * (docs/spec/key-ceremony.md, sections 3 to 8). What depends on something that cannot be read is
 * counted and not passed.
 */
final class AttemptReview {

  private final Ceremony ceremony;
  private final Shelf shelf;
  private final Examination examination;
  private final Set<String> said;
  private final List<Certificate> earlier;
  private final SortedMap<Integer, Certificate> certificates = new TreeMap<>();
  private final Map<Integer, Digest> commitments = new HashMap<>();
  private final SortedMap<Integer, Dealing> dealings = new TreeMap<>();
  private final SortedMap<Integer, TrusteeKey> keys = new TreeMap<>();

  /**
   * @param said codes of faults that an earlier check named already
   * @param earlier all certificates so far, of all attempts; those of this one are added
   */
  AttemptReview(
      Ceremony ceremony,
      Shelf shelf,
      Examination examination,
      Set<String> said,
      List<Certificate> earlier) {
    this.ceremony = ceremony;
    this.shelf = shelf;
    this.examination = examination;
    this.said = said;
    this.earlier = earlier;
  }

  void examine(Placed<AttemptEntry> placed) throws IOException {
    AttemptEntry entry = placed.entry();
    if (entry instanceof CommitmentEntry commitment) {
      // What it commits to is compared when the dealing stands.
      commitments.put(commitment.index(), commitment.commitment());
      return;
    }
    Reference reference = entry.references().get(0);
    Optional<BoardObject> object = shelf.take(reference);
    if (object.isEmpty()) {
      examination.expect(1);
      return;
    }
    Subject subject = Subject.at(entry.kind(), placed.index(), reference.hash());
    try {
      examine(entry, subject, object.get());
    } catch (DecodingException e) {
      examination.expect(1);
      if (!said.contains(V11Trustees.MALFORMED)) {
        examination.fail(Fault.of(subject, e));
      }
    }
  }

  private void examine(AttemptEntry entry, Subject subject, BoardObject object)
      throws DecodingException {
    byte[] bytes = object.toByteArray();
    if (entry instanceof CertificateEntry certificate) {
      certificate(certificate.index(), subject, Certificate.decode(bytes, group()));
    } else if (entry instanceof DealingEntry dealing) {
      dealing(dealing.index(), subject, Dealing.decode(bytes, group()));
    } else if (entry instanceof VerificationKeyEntry key) {
      key(key.index(), subject, TrusteeKey.decode(bytes, group()));
    } else if (entry instanceof ComplaintEntry complaint) {
      complaint(complaint, subject, Evidence.decode(bytes, group()));
    } else {
      LocalizedText.decode(object);
      examination.expect(1);
      examination.pass();
    }
  }

  private void certificate(int index, Subject subject, Certificate certificate) {
    inspected(subject, CeremonyInspection.certificate(ceremony, index, certificate, earlier));
    certificates.put(index, certificate);
    earlier.add(certificate);
  }

  private void dealing(int index, Subject subject, Dealing dealing) {
    if (certificates.size() < ceremony.size()) {
      examination.expect(1);
    } else {
      inspected(
          subject,
          CeremonyInspection.dealing(
              ceremony,
              index,
              List.copyOf(certificates.values()),
              commitments.get(index),
              dealing,
              dealings.values()));
    }
    dealings.put(index, dealing);
  }

  private void key(int index, Subject subject, TrusteeKey key) {
    Optional<Dealings> all = all();
    if (all.isEmpty()) {
      examination.expect(1);
    } else {
      inspected(subject, CeremonyInspection.verificationKey(all.get(), index, key));
    }
    keys.put(index, key);
  }

  private void complaint(ComplaintEntry entry, Subject subject, Evidence evidence) {
    examination.expect(1);
    Optional<Dealings> all = all();
    if (all.isEmpty()) {
      return;
    }
    Judgement judgement = all.get().judge(entry.against(), entry.index(), evidence);
    if (judgement instanceof Judgement.NotProven not) {
      examination.fail(
          new Fault(
              subject,
              "proof that member " + entry.against() + " dealt a bad share",
              not.reason().text()));
    } else {
      examination.pass();
    }
  }

  private void inspected(Subject subject, Inspection inspection) {
    Inspected.into(examination, subject, inspection, said);
  }

  /** All certificates and dealings, if they can be read and are of the right number. */
  private Optional<Dealings> all() {
    boolean whole =
        certificates.size() == ceremony.size()
            && dealings.size() == ceremony.size()
            && dealings.values().stream()
                .allMatch(dealing -> dealing.shares().size() == ceremony.size());
    return whole
        ? Optional.of(
            new Dealings(
                ceremony, List.copyOf(certificates.values()), List.copyOf(dealings.values())))
        : Optional.empty();
  }

  /** The finished group, if all members published their keys and everything can be read. */
  Optional<PedersenGroup> finished() {
    return keys.size() == ceremony.size()
        ? all().map(dealings -> dealings.finish(List.copyOf(keys.values())))
        : Optional.empty();
  }

  private Group group() {
    return ceremony.group();
  }
}
