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

/** Ready means: the database keeps what it confirms, and every open board is whole and writable. */
@Readiness
@ApplicationScoped
public class BoardHealth implements HealthCheck {

  private final Boards boards;
  private final Safeguards safeguards;

  BoardHealth(Boards boards, Safeguards safeguards) {
    this.boards = boards;
    this.safeguards = safeguards;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("boards");
    try {
      List<String> faults = safeguards.faults();
      long damaged = 0;
      long pending = 0;
      for (BulletinBoard board : boards.open()) {
        damaged += board.damage().isPresent() ? 1 : 0;
        pending += board.reads().pending();
      }
      return response
          .withData("open", boards.open().size())
          .withData("damaged", damaged)
          .withData("pending", pending)
          .withData("database", faults.isEmpty() ? "durable" : String.join("; ", faults))
          .status(faults.isEmpty() && damaged == 0)
          .build();
    } catch (StoreUnavailableException e) {
      return response.withData("database", "unreachable").down().build();
    }
  }
}
