package org.psephos.verifier.checks;

import java.util.List;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.VerifierKey;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.receipt.ProofCheck;
import org.psephos.board.receipt.Receipt;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.Board;
import org.psephos.verifier.record.Document;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Examination;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** Each of the user's receipts is kept by this board. */
final class V27Receipts implements Check {

  private final List<Document> receipts;

  V27Receipts(List<Document> receipts) {
    this.receipts = receipts;
  }

  @Override
  public CheckId id() {
    return CheckId.V27;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    Examination examination = new Examination();
    examination.expect(receipts.size());
    record
        .logKey()
        .get()
        .ifPresent(key -> receipts.forEach(file -> judge(file, key, record.board(), examination)));
    return examination.finding("the log key is not known");
  }

  private static void judge(Document file, VerifierKey key, Board board, Examination examination) {
    Subject subject = Subject.of("receipt " + file.name());
    try {
      Receipt receipt = Receipt.parse(file.toByteArray());
      ProofCheck proof = receipt.check(WitnessPolicy.logOnly(key));
      if (proof instanceof ProofCheck.Untrusted untrusted) {
        throw new DecodingException(
            "", "a checkpoint signed by the key of this board", Words.of(untrusted.reason()));
      }
      if (!(proof instanceof ProofCheck.Confirmed)) {
        throw new DecodingException("", "an inclusion proof that holds", "one that does not");
      }
      requirePrefix(receipt, board);
      examination.pass();
    } catch (DecodingException e) {
      examination.fail(Fault.of(subject, e));
    }
  }

  private static void requirePrefix(Receipt receipt, Board board) throws DecodingException {
    Checkpoint checkpoint = receipt.proof().checkpoint().checkpoint();
    Prefix.require(checkpoint, board);
    Digest leaf = TreeHash.leaf(new BallotEntry(receipt.tracker()).encode().toByteArray());
    if (!board.tree().node(0, receipt.proof().index()).equals(leaf)) {
      throw new DecodingException(
          "index " + receipt.proof().index(),
          "the ballot " + receipt.tracker().base64(),
          "another entry");
    }
  }
}
