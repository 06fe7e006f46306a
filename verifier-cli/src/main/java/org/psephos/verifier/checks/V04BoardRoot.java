package org.psephos.verifier.checks;

import java.util.List;
import org.psephos.board.note.Checkpoint;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.record.Board;
import org.psephos.verifier.record.ElectionRecord;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Fault;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Subject;

/** The root over the entries is the one that was signed. */
final class V04BoardRoot implements Check {

  @Override
  public CheckId id() {
    return CheckId.V04;
  }

  @Override
  public Finding examine(ElectionRecord record) {
    Board board = record.board();
    Checkpoint checkpoint = board.checkpoint().checkpoint();
    long size = Math.max(1, checkpoint.size());
    if (board.entries().size() != checkpoint.size()) {
      return new Finding.Blocked(size, 0, "there are not as many entries as the checkpoint says");
    }
    Digest root = board.root(checkpoint.size());
    if (!root.equals(checkpoint.root())) {
      Fault fault =
          new Fault(Subject.of("checkpoint"), "the root " + checkpoint.root().hex(), root.hex());
      return new Finding.Failed(size, 0, List.of(fault), 0);
    }
    return new Finding.Passed(size);
  }
}
