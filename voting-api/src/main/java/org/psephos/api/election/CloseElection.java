package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.tally.aggregation.BallotSum;

/**
 * Ends the vote: every ballot that was acknowledged stands before EndBallots, none after. Then
 * sums. If the service stops in between, closing again goes on where it stopped.
 */
@ApplicationScoped
public class CloseElection {

  private final Elections elections;
  private final FrozenElections definitions;
  private final OperatorLog log;

  CloseElection(Elections elections, FrozenElections definitions, OperatorLog log) {
    this.elections = elections;
    this.definitions = definitions;
    this.log = log;
  }

  public void close(String uuid, Caller caller) throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Frozen frozen = definitions.frozen(uuid);
    elections.exclusively(
        uuid,
        () -> {
          if (board.state().phase() != Phase.CLOSED) {
            Elections.require(board, Phase.OPEN);
            Elections.append(board, List.of(end()), List.of());
            log.note(uuid, caller, "close");
          }
          tally(board, frozen);
          return null;
        });
  }

  private static EndBallotsEntry end() {
    return new EndBallotsEntry(Clock.systemUTC().instant().getEpochSecond());
  }

  private static void tally(BulletinBoard board, Frozen frozen)
      throws RefusedException, StoreUnavailableException {
    BallotSum sum = new BallotsOnBoard(board, frozen.election(), frozen.credentials()).sum();
    BoardObject sized = BoardObject.of(sum.sized().encode());
    Elections.append(
        board,
        List.of(new EncryptedTallyEntry(sized.hash())),
        List.of(BoardObject.of(sum.tally().encode()), sized));
  }
}
