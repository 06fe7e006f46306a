package org.psephos.verifier.checks;

import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.KeyType;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.VerifierKey;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.verifier.record.Board;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The operator has signed this very board: key, origin, size. */
final class V03Checkpoint implements Check {

  private static final Subject SUBJECT = Subject.of("checkpoint");

  @Override
  public CheckId id() {
    return CheckId.V03;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    Board board = record.board();
    Checkpoint checkpoint = board.checkpoint().checkpoint();
    Examination examination = new Examination();
    examination.require(
        checkpoint.size() == board.entries().size(),
        SUBJECT,
        "a board of " + checkpoint.size() + " entries",
        board.entries().size() + " entries");
    examination.expect(2);
    board
        .genesis()
        .ifPresent(
            genesis -> {
              origin(genesis, examination);
              signature(genesis, record, examination);
            });
    return examination.finding("entry 0 does not name the key");
  }

  private static void origin(GenesisEntry genesis, Examination examination) {
    String end = "/board/" + genesis.uuid();
    if (genesis.origin().endsWith(end)) {
      examination.pass();
    } else {
      examination.fail(
          new Fault(Subject.at("entry", 0), "an origin that ends with " + end, genesis.origin()));
    }
  }

  private static void signature(
      GenesisEntry genesis, ElectionRecord record, Examination examination) {
    try {
      VerifierKey key = VerifierKey.parse(genesis.log());
      if (key.type() != KeyType.ED25519 || !key.toString().equals(genesis.log())) {
        throw new DecodingException("log", "an Ed25519 key in its one spelling", genesis.log());
      }
      record.logKey().accept(key);
      signature(record.board().checkpoint(), key, examination);
    } catch (DecodingException e) {
      examination.fail(Fault.of(Subject.at("entry", 0), e));
    }
  }

  private static void signature(
      SignedCheckpoint checkpoint, VerifierKey key, Examination examination) {
    if (WitnessPolicy.logOnly(key).check(checkpoint) instanceof NoteCheck.Refused refused) {
      examination.fail(new Fault(SUBJECT, "a signature by " + key, Words.of(refused.reason())));
    } else {
      examination.pass();
    }
  }
}
