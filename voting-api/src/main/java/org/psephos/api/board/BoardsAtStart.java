package org.psephos.api.board;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.psephos.api.records.ElectionRecords;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Opens every board when the service starts, beside everything else: what was acknowledged before
 * the last stop gets its number without anybody asking, and damage shows at once.
 */
@ApplicationScoped
public class BoardsAtStart {

  private final Boards boards;
  private final ElectionRecords records;

  BoardsAtStart(Boards boards, ElectionRecords records) {
    this.boards = boards;
    this.records = records;
  }

  void start(@Observes StartupEvent started) {
    List<String> uuids = records.ids();
    Thread opening = new Thread(() -> openAll(uuids), "psephos-open-boards");
    opening.setDaemon(true);
    opening.start();
  }

  private void openAll(List<String> uuids) {
    for (String uuid : uuids) {
      try {
        boards.board(uuid);
      } catch (StoreUnavailableException e) {
        Log.error("the board of election " + uuid + " is not open", e);
      }
    }
  }
}
