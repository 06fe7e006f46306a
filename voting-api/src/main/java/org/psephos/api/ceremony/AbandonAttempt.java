package org.psephos.api.ceremony;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.psephos.api.access.Caller;
import org.psephos.api.election.Code;
import org.psephos.api.election.Elections;
import org.psephos.api.election.OperatorLog;
import org.psephos.api.election.RefusedException;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.LocalizedText;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.CeremonyAttempt;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/** Gives an attempt of the key ceremony up, so that another can begin with fresh keys. */
@ApplicationScoped
public class AbandonAttempt {

  private final Elections elections;
  private final OperatorLog log;

  AbandonAttempt(Elections elections, OperatorLog log) {
    this.elections = elections;
    this.log = log;
  }

  /**
   * Ends the attempt that is under way or complete.
   *
   * @param reason by language; the public reads it on the board
   */
  public void abandon(String uuid, Caller official, LocalizedText reason)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    BoardObject text = reason.encode();
    elections.exclusively(
        uuid,
        () -> {
          Elections.require(board, Phase.KEYS);
          Optional<CeremonyAttempt> attempt = board.state().attempt();
          if (attempt.isEmpty() || attempt.get().status() == CeremonyAttempt.Status.ENDED) {
            throw new RefusedException(Code.WRONG_STATE, "no attempt is under way");
          }
          AbandonEntry entry = new AbandonEntry(attempt.get().number(), text.hash());
          return Elections.append(board, List.of(entry), List.of(text));
        });
    log.note(uuid, official, "abandon an attempt of the key ceremony");
  }
}
