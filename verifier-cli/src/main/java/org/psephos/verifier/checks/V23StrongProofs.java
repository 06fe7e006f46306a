package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.finding.Inspection;
import org.psephos.verifier.record.Decryptions;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Each partial decryption has the proof that covers the sums and the factors themselves. */
final class V23StrongProofs implements Check {

  @Override
  public CheckId id() {
    return CheckId.V23;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    List<Placed<DecryptionProofEntry>> entries =
        Absent.history(record).all(DecryptionProofEntry.class);
    if (entries.isEmpty() && decryptions(record).isEmpty()) {
      return Absent.entry(record, EntryType.DECRYPTION_PROOF, Phases.NO_DECRYPTION);
    }
    Optional<Decryptions> decryptions = record.decryptions().get();
    if (decryptions.isEmpty()) {
      return Absent.refused(decryptions(record).size(), "what the proofs are about");
    }
    Examination examination = new Examination();
    Election election = record.election().get().orElseThrow();
    EncryptedTally tally = record.tally().get().orElseThrow();
    Judge judge = new Judge(election, tally, decryptions.get(), examination);
    for (Placed<DecryptionProofEntry> entry : entries) {
      examination.expect(1);
      Optional<BoardObject> object = record.shelf().take(entry.entry().references().get(0));
      judge.judge(entry.index(), object);
    }
    unproved(record, entries.size(), examination);
    return examination.finding("a proof is missing, or what it is about was not accepted");
  }

  /** A board that ends between a partial decryption and its proof shows half of one step. */
  private static void unproved(ElectionRecord record, int proofs, Examination examination) {
    List<Placed<PartialDecryptionEntry>> decryptions = decryptions(record);
    for (Placed<PartialDecryptionEntry> entry :
        decryptions.subList(Math.min(proofs, decryptions.size()), decryptions.size())) {
      examination.expect(1);
      examination.fail(
          new Fault(Subject.at("partial decryption", entry.index()), "a proof after it", "none"));
    }
  }

  private static List<Placed<PartialDecryptionEntry>> decryptions(ElectionRecord record) {
    return Absent.history(record).all(PartialDecryptionEntry.class);
  }

  /** Judges one proof after the other; only what is proved stays among the decryptions. */
  private record Judge(
      Election election, EncryptedTally tally, Decryptions decryptions, Examination examination) {

    void judge(long index, Optional<BoardObject> object) {
      Optional<Decryptions.Accepted> decryption = decryptions.at(index - 1);
      if (decryption.isEmpty()) {
        return;
      }
      if (object.isEmpty() || !isProved(index, object.get(), decryption.get())) {
        decryptions.remove(decryption.get().owner().number());
      }
    }

    private boolean isProved(long index, BoardObject object, Decryptions.Accepted decryption) {
      Subject subject = Subject.at("decryption proof", index, object.hash());
      try {
        StrongDecryptionProof proof =
            StrongDecryptionProof.decode(object.toByteArray(), election.group());
        Inspection inspection =
            proof.inspect(election, tally, decryption.owner(), decryption.value());
        Inspected.into(examination, subject, inspection);
        if (inspection.passed()) {
          examination.pass();
        }
        return inspection.passed();
      } catch (DecodingException e) {
        examination.fail(Fault.of(subject, e));
        return false;
      }
    }
  }
}
