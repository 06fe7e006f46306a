package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.api.access.Caller;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;

/** Changes the description of an election that is not frozen. */
@ApplicationScoped
public class EditDraft {

  private final Elections elections;
  private final ElectionRecords records;
  private final OperatorLog log;

  EditDraft(Elections elections, ElectionRecords records, OperatorLog log) {
    this.records = records;
    this.elections = elections;
    this.log = log;
  }

  /** Replaces the members that are given. */
  public Draft edit(String uuid, Caller caller, Json.Obj changes)
      throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    return elections.exclusively(uuid, () -> edit(uuid, caller, changes, board));
  }

  private Draft edit(String uuid, Caller caller, Json.Obj changes, BulletinBoard board)
      throws RefusedException {
    Phase phase = board.state().phase();
    if (phase != Phase.DRAFT && phase != Phase.KEYS) {
      throw new RefusedException(Code.WRONG_STATE, "the definition is frozen");
    }
    Draft before = elections.draft(uuid);
    Draft after = edited(before, changes);
    if (phase == Phase.KEYS && !sameGenesis(before, after)) {
      throw new RefusedException(Code.WRONG_STATE, "mode and group stand in entry 0");
    }
    Definitions.requireHonestTexts(after);
    records.edit(uuid, CreateElection.text(after));
    log.note(uuid, caller, "edit");
    return after;
  }

  private static Draft edited(Draft before, Json.Obj changes) throws RefusedException {
    try {
      return before.edited(changes);
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  private static boolean sameGenesis(Draft before, Draft after) {
    return before.mode() == after.mode() && before.group().equals(after.group());
  }
}
