package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.Reference;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.Owned;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.verifier.record.Decryptions;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Each trustee's factors have their own proofs; one thing to check for each factor. */
final class V22Decryptions implements Check {

  @Override
  public CheckId id() {
    return CheckId.V22;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    List<Placed<PartialDecryptionEntry>> entries =
        Absent.history(record).all(PartialDecryptionEntry.class);
    if (entries.isEmpty()) {
      return Absent.entry(record, EntryType.PARTIAL_DECRYPTION, Phases.NO_DECRYPTION);
    }
    Optional<EncryptedTally> tally = record.tally().get();
    Optional<Trustees> trustees = record.trustees().get();
    if (tally.isEmpty() || trustees.isEmpty()) {
      return Absent.refused(entries.size(), "the tally or the list of trustees");
    }
    Examination examination = new Examination();
    Decryptions decryptions = new Decryptions();
    Judge judge =
        new Judge(
            record,
            record.election().get().orElseThrow(),
            tally.get(),
            trustees.get(),
            decryptions,
            examination);
    for (Placed<PartialDecryptionEntry> entry : entries) {
      examination.expect(1);
      judge.judge(entry);
    }
    record.decryptions().accept(decryptions);
    return examination.finding("an object of a partial decryption is missing");
  }

  /** Judges one partial decryption after the other. */
  private record Judge(
      ElectionRecord record,
      Election election,
      EncryptedTally tally,
      Trustees trustees,
      Decryptions decryptions,
      Examination examination) {

    void judge(Placed<PartialDecryptionEntry> entry) throws IOException {
      Optional<BoardObject> object = record.shelf().take(entry.entry().references().get(0));
      if (object.isEmpty()) {
        return;
      }
      Subject subject = Subject.at("partial decryption", entry.index(), object.get().hash());
      try {
        Owned owned = Owned.decode(object.get().toByteArray());
        Optional<Owner> owner = trustees.owner(owned.owner());
        if (owner.isEmpty()) {
          throw new DecodingException(
              "owner", "one of " + trustees.owners().size() + " trustees", "" + owned.owner());
        }
        Optional<BoardObject> factors =
            record.shelf().take(new Reference(owned.payload(), ObjectKind.PARTIAL_DECRYPTION));
        if (factors.isPresent()) {
          judge(entry, subject, owner.get(), factors.get());
        }
      } catch (DecodingException e) {
        examination.fail(Fault.of(subject, e));
      }
    }

    private void judge(
        Placed<PartialDecryptionEntry> entry, Subject subject, Owner owner, BoardObject object)
        throws DecodingException {
      PartialDecryption value =
          PartialDecryption.decode(object.toByteArray(), tally, election.group());
      Inspection inspection = value.inspect(election, tally, owner.key());
      if (!inspection.passed()) {
        Inspected.into(examination, subject, inspection);
      } else if (decryptions.add(new Decryptions.Accepted(entry, owner, value))) {
        Inspected.into(examination, subject, inspection);
        examination.pass();
      } else {
        examination.fail(
            new Fault(subject, "each trustee once", "trustee " + owner.number() + " again"));
      }
    }
  }
}
