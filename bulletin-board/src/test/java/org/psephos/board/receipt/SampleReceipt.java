package org.psephos.board.receipt;

import org.psephos.board.entry.BallotEntry;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.note.NoteSigners;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.crypto.hash.Digest;

/** A board of eleven ballots and a receipt for one of them. */
final class SampleReceipt {

  static final NoteSigner LOG = NoteSigners.log();
  static final WitnessPolicy POLICY = WitnessPolicy.logOnly(LOG.key());
  static final Digest FINGERPRINT = Digest.sha256("election");
  static final int SIZE = 11;
  static final NodeTable BOARD = board();
  static final SignedCheckpoint HEAD =
      LOG.sign(new Checkpoint(LOG.key().name(), SIZE, BOARD.root()));
  static final Receipt RECEIPT = receipt(6);

  static Digest tracker(int index) {
    return Digest.sha256("ballot " + index);
  }

  static NodeTable board() {
    NodeTable board = new NodeTable();
    for (int i = 0; i < SIZE; i++) {
      board.append(TreeHash.leaf(new BallotEntry(tracker(i)).encode().toByteArray()));
    }
    return board;
  }

  static Receipt receipt(int index) {
    return Receipt.of(FINGERPRINT, tracker(index), InclusionProof.of(index, SIZE, BOARD), HEAD);
  }

  private SampleReceipt() {}
}
