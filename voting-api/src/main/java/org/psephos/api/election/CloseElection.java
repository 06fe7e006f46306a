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
  private final SecondOfficial second;
  private final OperatorLog log;

  CloseElection(Elections elections, SumBallots sums, SecondOfficial second, OperatorLog log) {
    this.elections = elections;
    this.sums = sums;
    this.second = second;
    this.log = log;
  }

  /**
   * Closes, or notes that an official asks for it if it takes two; whether it is closed now.
   * Closing what is closed already changes nothing.
   */
  public boolean close(String uuid, Caller caller)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Draft draft = elections.draft(uuid);
    boolean closedNow = elections.exclusively(uuid, () -> end(board, draft, caller));
    if (closedNow) {
      log.note(uuid, caller, "close");
    }
    Phase phase = board.state().phase();
    if (phase == Phase.CLOSED) {
      sums.begin(uuid);
    }
    return phase != Phase.OPEN;
  }

  private boolean end(BulletinBoard board, Draft draft, Caller caller)
      throws RefusedException, StoreUnavailableException {
    Phase phase = board.state().phase();
    if (phase == Phase.CLOSED || phase == Phase.TALLYING) {
      return false;
    }
    Elections.require(board, Phase.OPEN);
    if (!second.confirms(draft, caller, "close")) {
      return false;
    }
    EndBallotsEntry end = new EndBallotsEntry(Clock.systemUTC().instant().getEpochSecond());
    Elections.append(board, List.of(end), List.of());
    return true;
  }
}
