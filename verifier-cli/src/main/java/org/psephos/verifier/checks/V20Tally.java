package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EntryType;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PerChoice;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The published sums are those of the ballots that count. */
final class V20Tally implements Check {

  @Override
  public CheckId id() {
    return CheckId.V20;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Optional<Placed<EncryptedTallyEntry>> entry =
        Absent.history(record).the(EncryptedTallyEntry.class);
    if (entry.isEmpty()) {
      return Absent.entry(record, EntryType.ENCRYPTED_TALLY, Phases.NO_TALLY);
    }
    Optional<Election> election = record.election().get();
    if (election.isEmpty()) {
      return Absent.refused(1, "the election definition");
    }
    Examination examination = new Examination();
    examination.expect(
        EncryptedTally.shapeOf(election.get()).stream().mapToLong(Integer::longValue).sum());
    Optional<BoardObject> object = PublishedTally.tally(record, entry.get());
    if (object.isPresent()) {
      examine(object.get(), election.get(), record, examination);
    }
    return examination.finding("a ballot cannot be counted, or the tally is missing");
  }

  private static void examine(
      BoardObject object, Election election, ElectionRecord record, Examination examination) {
    Subject subject = Subject.of("tally", object.hash());
    try {
      EncryptedTally tally = EncryptedTally.decode(object.toByteArray(), election);
      record.tally().accept(tally);
      Optional<BallotBox> box = record.ballotBox().get().filter(one -> one.uncountable() == 0);
      if (box.isPresent()) {
        compare(tally, box.get(), subject, examination);
      }
    } catch (DecodingException e) {
      examination.fail(Fault.of(subject, e));
    }
  }

  private static void compare(
      EncryptedTally tally, BallotBox box, Subject subject, Examination examination) {
    List<Ciphertext> expected = new PerChoice<>(box.sums()).all();
    List<Ciphertext> found = tally.sums().all();
    List<String> places = tally.sums().places();
    for (int i = 0; i < found.size(); i++) {
      examination.match(
          subject,
          "the sum of the ballots that count at " + places.get(i) + ",",
          expected.get(i).encode(),
          found.get(i).encode());
    }
  }
}
