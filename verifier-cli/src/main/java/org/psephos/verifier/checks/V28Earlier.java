package org.psephos.verifier.checks;

import java.util.Optional;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.VerifierKey;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.Document;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** What the user saw earlier is a prefix of this board. */
final class V28Earlier implements Check {

  private final Document earlier;

  V28Earlier(Document earlier) {
    this.earlier = earlier;
  }

  @Override
  public CheckId id() {
    return CheckId.V28;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    Optional<VerifierKey> key = record.logKey().get();
    if (key.isEmpty()) {
      return Absent.refused(1, "the log key");
    }
    Examination examination = new Examination();
    examination.expect(1);
    try {
      SignedCheckpoint checkpoint = SignedCheckpoint.parse(earlier.toByteArray());
      if (WitnessPolicy.logOnly(key.get()).check(checkpoint) instanceof NoteCheck.Refused refused) {
        throw new DecodingException(
            "", "a signature by the key of this board", Words.of(refused.reason()));
      }
      Prefix.require(checkpoint.checkpoint(), record.board());
      examination.pass();
    } catch (DecodingException e) {
      examination.fail(Fault.of(Subject.of("checkpoint " + earlier.name()), e));
    }
    return examination.finding();
  }
}
