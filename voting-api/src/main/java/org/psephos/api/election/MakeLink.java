package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.api.access.AccessTokens;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.api.access.Seat;
import org.psephos.api.access.Token;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Makes the link of the registrar or of a trustee, which makes an earlier one void. A link lets its
 * holder talk to the service and opens nothing, so that one that was lost costs no key.
 */
@ApplicationScoped
public class MakeLink {

  private final Elections elections;
  private final AccessTokens tokens;
  private final OperatorLog log;

  MakeLink(Elections elections, AccessTokens tokens, OperatorLog log) {
    this.elections = elections;
    this.tokens = tokens;
    this.log = log;
  }

  /**
   * A fresh token for this seat, which is the registrar's or a trustee's.
   *
   * @throws RefusedException if there is no such seat in the election, or the election is over
   */
  public Token make(String uuid, Caller caller, Seat seat)
      throws RefusedException, StoreUnavailableException {
    Draft draft = elections.draft(uuid);
    requireSeat(draft, seat);
    Phase phase = elections.phase(uuid);
    if (phase == Phase.RESULT || phase == Phase.CANCELLED) {
      throw new RefusedException(Code.WRONG_STATE, "the election is over");
    }
    Token token = tokens.replace(uuid, seat.role(), seat.owner());
    log.note(uuid, caller, "make the link of " + name(seat));
    return token;
  }

  private static void requireSeat(Draft draft, Seat seat) throws RefusedException {
    boolean there =
        seat.role() == Role.TRUSTEE
            ? seat.owner() >= 1 && seat.owner() <= draft.trustees().size()
            : seat.role() == Role.REGISTRAR && seat.owner() == 0;
    if (!there) {
      throw new RefusedException(
          Code.WRONG_SHAPE,
          "expected the registrar or one of " + draft.trustees().size() + " trustees");
    }
  }

  private static String name(Seat seat) {
    return seat.role() == Role.TRUSTEE ? "trustee " + seat.owner() : seat.role().wireName();
  }
}
