package org.psephos.api.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.psephos.api.board.Boards;
import org.psephos.api.records.TrusteeDrills;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Phase;

/**
 * How long ago each trustee of an election that is not decrypted yet last showed that the key
 * works: for every such election the age of the oldest last drill in seconds, or how many trustees
 * never did one. Keeps nothing from being ready.
 */
@Readiness
@ApplicationScoped
public class DrillHealth implements HealthCheck {

  private final Boards boards;
  private final TrusteeDrills drills;

  DrillHealth(Boards boards, TrusteeDrills drills) {
    this.boards = boards;
    this.drills = drills;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("drills");
    for (BulletinBoard board : boards.open()) {
      BoardState state = board.state();
      boolean waiting =
          state.phase().compareTo(Phase.READY) >= 0 && state.phase().compareTo(Phase.CLOSED) <= 0;
      if (waiting && state.genesis().isPresent()) {
        String uuid = state.genesis().get().uuid();
        response.withData(uuid, oldest(drills.last(uuid), state.trustees(), Instant.now()));
      }
    }
    return response.up().build();
  }

  static String oldest(Map<Integer, Instant> last, int trustees, Instant now) {
    int never = trustees - last.size();
    if (never > 0) {
      return never + " of " + trustees + " trustees never did a drill";
    }
    return "oldest drill "
        + Duration.between(Collections.min(last.values()), now).toSeconds()
        + " s ago";
  }
}
