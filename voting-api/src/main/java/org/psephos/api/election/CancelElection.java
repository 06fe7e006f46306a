package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.Json;

/** Ends an election without a result, for a reason that everyone can read. */
@ApplicationScoped
public class CancelElection {

  private final Elections elections;
  private final OperatorLog log;

  CancelElection(Elections elections, OperatorLog log) {
    this.elections = elections;
    this.log = log;
  }

  /** Takes {@code {"reason":{"<language>":"<text>"}}}. */
  public void cancel(String uuid, Caller caller, Json.Obj body)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    BoardObject reason = LocalizedTexts.reason(body).encode();
    CancelEntry entry =
        new CancelEntry(reason.hash(), Clock.systemUTC().instant().getEpochSecond());
    elections.exclusively(uuid, () -> Elections.append(board, List.of(entry), List.of(reason)));
    log.note(uuid, caller, "cancel");
  }
}
