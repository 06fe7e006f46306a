package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Ends the vote: every ballot that was acknowledged stands before EndBallots, none after. The sum
 * follows on its own, however long it takes.
 */
@ApplicationScoped
public class CloseElection {

  private final Elections elections;
  private final SumBallots sums;
  private final OperatorLog log;

  CloseElection(Elections elections, SumBallots sums, OperatorLog log) {
    this.elections = elections;
    this.sums = sums;
    this.log = log;
  }

  /** Closing what is closed already changes nothing. */
  public void close(String uuid, Caller caller) throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    boolean closedNow = elections.exclusively(uuid, () -> end(board));
    if (closedNow) {
      log.note(uuid, caller, "close");
    }
    if (board.state().phase() == Phase.CLOSED) {
      sums.begin(uuid);
    }
  }

  private static boolean end(BulletinBoard board)
      throws RefusedException, StoreUnavailableException {
    Phase phase = board.state().phase();
    if (phase == Phase.CLOSED || phase == Phase.TALLYING) {
      return false;
    }
    Elections.require(board, Phase.OPEN);
    EndBallotsEntry end = new EndBallotsEntry(Clock.systemUTC().instant().getEpochSecond());
    Elections.append(board, List.of(end), List.of());
    return true;
  }
}
