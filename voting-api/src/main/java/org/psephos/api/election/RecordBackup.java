package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.psephos.api.access.Caller;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.entry.GenesisEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Notes where the backup of the log key is, and with that begins the board: Genesis makes the key
 * public, and a key without a backup would be an election that a broken disk can end.
 */
@ApplicationScoped
public class RecordBackup {

  private static final int LONGEST = 1000;

  private final Elections elections;
  private final ElectionRecords records;
  private final OperatorLog log;

  RecordBackup(Elections elections, ElectionRecords records, OperatorLog log) {
    this.records = records;
    this.elections = elections;
    this.log = log;
  }

  /**
   * Notes it, and appends Genesis the first time.
   *
   * @param where who holds the backup and where, 1 to 1,000 characters
   */
  public void record(String uuid, Caller caller, String where)
      throws RefusedException, StoreUnavailableException {
    if (where.isBlank() || where.length() > LONGEST) {
      throw new RefusedException(
          Code.MALFORMED, "log_key_backup: expected who holds it and where, in 1,000 characters");
    }
    BulletinBoard board = elections.board(uuid);
    elections.exclusively(
        uuid,
        () -> {
          records.recordBackup(uuid, where);
          log.note(uuid, caller, "record the backup of the log key");
          if (board.state().phase() == Phase.DRAFT) {
            Elections.append(board, List.of(genesis(board, elections.draft(uuid))), List.of());
          }
          return null;
        });
  }

  private static GenesisEntry genesis(BulletinBoard board, Draft draft) {
    return new GenesisEntry(
        draft.group(),
        board.key().toString(),
        draft.mode(),
        Clock.systemUTC().instant().getEpochSecond(),
        draft.uuid().value());
  }
}
