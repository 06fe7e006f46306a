package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Optional;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EntryType;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.SizedTally;
import org.psephos.verifier.record.BallotBox;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.record.Placed;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The published numbers of ballots and votes, and the reference to the tally. */
final class V21TallySize implements Check {

  @Override
  public CheckId id() {
    return CheckId.V21;
  }

  @Override
  public Finding examine(ElectionRecord record) throws IOException {
    Optional<Placed<EncryptedTallyEntry>> entry =
        Absent.history(record).the(EncryptedTallyEntry.class);
    if (entry.isEmpty()) {
      return Absent.entry(record, EntryType.ENCRYPTED_TALLY, Phases.NO_TALLY);
    }
    Examination examination = new Examination();
    examination.expect(3);
    Optional<BoardObject> object = PublishedTally.sized(record, entry.get());
    if (object.isPresent()) {
      Subject subject = Subject.at("sized tally", entry.get().index(), object.get().hash());
      try {
        compare(SizedTally.decode(object.get().toByteArray()), subject, record, examination);
      } catch (DecodingException e) {
        examination.fail(Fault.of(subject, e));
      }
    }
    return examination.finding("a ballot cannot be counted, or the tally was not accepted");
  }

  private static void compare(
      SizedTally sized, Subject subject, ElectionRecord record, Examination examination) {
    Optional<EncryptedTally> tally = record.tally().get();
    tally.ifPresent(
        published ->
            examination.match(
                subject, "the tally", published.digest().hex(), sized.encryptedTally().hex()));
    Optional<BallotBox> box = record.ballotBox().get().filter(one -> one.uncountable() == 0);
    box.ifPresent(
        counted -> {
          examination.match(subject, "num_tallied", "" + counted.counted(), "" + sized.ballots());
          examination.match(subject, "total_weight", "" + counted.weight(), "" + sized.weight());
        });
  }
}
