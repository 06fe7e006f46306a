package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.ResultEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.decryption.Combination;
import org.psephos.crypto.decryption.ElectionResult;
import org.psephos.tally.outcome.Outcome;

/** Combines the trustees' partial decryptions and puts the counts on the board. */
@ApplicationScoped
public class PublishResult {

  private final Elections elections;
  private final FrozenElections definitions;
  private final OperatorLog log;

  PublishResult(Elections elections, FrozenElections definitions, OperatorLog log) {
    this.elections = elections;
    this.definitions = definitions;
    this.log = log;
  }

  public void publish(String uuid, Caller caller)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Frozen frozen = definitions.frozen(uuid);
    elections.exclusively(
        uuid,
        () -> {
          Elections.require(board, Phase.TALLYING);
          BoardObject result = BoardObject.of(result(board, frozen).encode());
          return Elections.append(board, List.of(new ResultEntry(result.hash())), List.of(result));
        });
    log.note(uuid, caller, "publish");
  }

  private static ElectionResult result(BulletinBoard board, Frozen frozen)
      throws RefusedException, StoreUnavailableException {
    Tallied tallied = Tallied.read(board, frozen.election());
    Combination combination =
        new Combination(frozen.trustees(), tallied.tally(), tallied.partials());
    if (!combination.inspectSurplus().faults().isEmpty()) {
      throw new RefusedException(
          Code.BAD_PROOF, "the partial decryptions of a group of trustees contradict each other");
    }
    Outcome outcome = Outcome.of(combination, tallied.sized().weight());
    if (outcome instanceof Outcome.Counted counted) {
      return counted.result();
    }
    if (outcome instanceof Outcome.Undecodable undecodable) {
      throw new RefusedException(
          Code.BAD_PROOF, "no count at " + String.join(", ", undecodable.places()));
    }
    throw new RefusedException(Code.WRONG_STATE, "more trustees have to decrypt first");
  }
}
