package org.psephos.api.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.psephos.api.board.Boards;
import org.psephos.api.board.Safeguards;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.BoardState;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;
import org.psephos.crypto.codec.Json;

/** What the operator may know beyond ready or not: which board, and why. */
@ApplicationScoped
public class HealthDetails {

  private final Boards boards;
  private final Safeguards safeguards;

  HealthDetails(Boards boards, Safeguards safeguards) {
    this.boards = boards;
    this.safeguards = safeguards;
  }

  /** Everything at once. */
  public Json.Obj report() throws StoreUnavailableException {
    List<Json> rows = new ArrayList<>();
    for (BulletinBoard board : boards.open()) {
      rows.add(row(board));
    }
    return Json.Obj.with("database", texts(safeguards.faults()))
        .and("boards", new Json.Arr(rows))
        .and("broken", texts(List.copyOf(new TreeSet<>(boards.broken()))))
        .build();
  }

  private static Json row(BulletinBoard board) throws StoreUnavailableException {
    BoardState state = board.state();
    Json.Builder row =
        Json.Obj.with("origin", board.key().name())
            .and("state", state.phase().name())
            .and("size", state.size())
            .and("pending", board.reads().pending())
            .and(
                "published",
                board.reads().newestCheckpoint().map(StoredCheckpoint::size).orElse(0L));
    board.damage().ifPresent(damage -> row.and("damage", damage.getMessage()));
    return row.build();
  }

  private static Json texts(List<String> texts) {
    return new Json.Arr(texts.stream().map(text -> (Json) new Json.Text(text)).toList());
  }
}
