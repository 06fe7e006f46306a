package org.psephos.api.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.psephos.api.board.Boards;
import org.psephos.api.board.Safeguards;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Ready means: the database keeps what it confirms, every open board is whole, and none has entries
 * waiting without any being numbered.
 */
@Readiness
@ApplicationScoped
public class BoardHealth implements HealthCheck {

  private static final double LONGEST_STANDSTILL_SECONDS = 30;

  private final Boards boards;
  private final Safeguards safeguards;
  private final BoardProgress progress = new BoardProgress();

  BoardHealth(Boards boards, Safeguards safeguards) {
    this.boards = boards;
    this.safeguards = safeguards;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("boards");
    try {
      List<String> faults = safeguards.faults();
      long damaged = boards.broken().size();
      long pending = 0;
      long stuck = 0;
      for (BulletinBoard board : boards.open()) {
        damaged += board.damage().isPresent() ? 1 : 0;
        pending += board.reads().pending();
        stuck += isStuck(board) ? 1 : 0;
      }
      return response
          .withData("open", boards.open().size())
          .withData("damaged", damaged)
          .withData("pending", pending)
          .withData("stuck", stuck)
          .withData("database", faults.isEmpty() ? "durable" : String.join("; ", faults))
          .status(faults.isEmpty() && damaged == 0 && stuck == 0)
          .build();
    } catch (StoreUnavailableException e) {
      return response.withData("database", "unreachable").down().build();
    }
  }

  private boolean isStuck(BulletinBoard board) throws StoreUnavailableException {
    return progress.standstillSeconds(board, System.nanoTime()) > LONGEST_STANDSTILL_SECONDS;
  }
}
