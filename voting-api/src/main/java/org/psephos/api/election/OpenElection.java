package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.api.board.Safeguards;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Opens the vote, if everyone is ready, a rehearsal was held or waived, and the database keeps what
 * it is given.
 */
@ApplicationScoped
public class OpenElection {

  private final Elections elections;
  private final RequireRehearsal rehearsals;
  private final Safeguards safeguards;
  private final SecondOfficial second;
  private final OperatorLog log;

  OpenElection(
      Elections elections,
      RequireRehearsal rehearsals,
      Safeguards safeguards,
      SecondOfficial second,
      OperatorLog log) {
    this.elections = elections;
    this.rehearsals = rehearsals;
    this.safeguards = safeguards;
    this.second = second;
    this.log = log;
  }

  /** Opens, or notes that an official asks for it if it takes two; whether it is open now. */
  public boolean open(String uuid, Caller caller)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Elections.require(board, Phase.READY);
    Draft draft = elections.draft(uuid);
    rehearsals.require(draft);
    List<String> faults = safeguards.faults();
    if (!faults.isEmpty()) {
      throw new RefusedException(
          Code.NOT_DURABLE, "the database is not fit for a vote: " + String.join("; ", faults));
    }
    OpenEntry entry = new OpenEntry(Clock.systemUTC().instant().getEpochSecond());
    boolean opened =
        elections.exclusively(
            uuid,
            () -> {
              Elections.require(board, Phase.READY);
              if (!second.confirms(draft, caller, "open")) {
                return false;
              }
              Elections.append(board, List.of(entry), List.of());
              return true;
            });
    if (opened) {
      log.note(uuid, caller, "open");
    }
    return opened;
  }
}
