package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.psephos.api.access.Caller;
import org.psephos.api.records.Confirmations;
import org.psephos.api.records.Confirmations.Asked;
import org.psephos.crypto.codec.Json;

/**
 * Where the draft demands it, opening and closing take two officials: one asks, another confirms
 * within a day. Tokens that name nobody do not count as anybody.
 */
@ApplicationScoped
public class SecondOfficial {

  private static final Duration VALID = Duration.ofDays(1);

  private final Confirmations confirmations;
  private final OperatorLog log;

  SecondOfficial(Confirmations confirmations, OperatorLog log) {
    this.confirmations = confirmations;
    this.log = log;
  }

  /**
   * Whether the act may be done now; if not, it was asked for. To be called while nobody else
   * changes the election.
   *
   * @throws RefusedException if the caller is nobody in particular, or asked before
   */
  boolean confirms(Draft draft, Caller caller, String action) throws RefusedException {
    if (!draft.conduct().twoOfficials()) {
      return true;
    }
    String account =
        caller
            .account()
            .orElseThrow(
                () ->
                    new RefusedException(
                        Code.FORBIDDEN, "this takes two officials: log in with your own account"));
    String uuid = draft.uuid().value();
    Optional<Asked> asked = asked(uuid, action);
    if (asked.isEmpty()) {
      confirmations.ask(uuid, action, account);
      log.note(uuid, caller, "ask to " + action);
      return false;
    }
    if (asked.get().account().equals(account)) {
      throw new RefusedException(
          Code.WRONG_STATE, "you asked for this; another official has to confirm it");
    }
    return true;
  }

  private Optional<Asked> asked(String uuid, String action) {
    Instant oldest = Instant.now().minus(VALID);
    return confirmations.asked(uuid, action).filter(asked -> asked.at().isAfter(oldest));
  }

  /** What waits for a second official, for the public status; not who asked. */
  Optional<Json> waiting(Draft draft, String action) {
    if (!draft.conduct().twoOfficials()) {
      return Optional.empty();
    }
    return asked(draft.uuid().value(), action)
        .map(asked -> Json.Obj.with("action", action).and("time", asked.at().getEpochSecond()))
        .map(Json.Builder::build);
  }
}
