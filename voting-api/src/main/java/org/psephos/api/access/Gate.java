package org.psephos.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.psephos.api.election.Code;
import org.psephos.api.election.Elections;
import org.psephos.api.election.RefusedException;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/** The rules of {@link Access}, the same for the interface and for pages. Thread safe. */
@ApplicationScoped
public class Gate {

  private final Elections elections;

  Gate(Elections elections) {
    this.elections = elections;
  }

  /**
   * Lets a caller pass who has one of the roles.
   *
   * @param uuid of the election that the operation is about; null if it is about none
   * @throws RefusedException if the caller has not, or not in this election
   */
  public void requireRole(Access access, Caller caller, String uuid) throws RefusedException {
    boolean hasRole = Arrays.asList(access.roles()).contains(caller.role());
    if (!hasRole || (uuid != null && !caller.mayEnter(uuid))) {
      throw new RefusedException(Code.FORBIDDEN, "this token is not for that");
    }
  }

  /**
   * Lets pass what makes sense now.
   *
   * @throws RefusedException if the election is in none of the phases
   */
  public void requirePhase(Access access, String uuid)
      throws RefusedException, StoreUnavailableException {
    if (access.phases().length == 0) {
      return;
    }
    Phase phase = elections.phase(uuid);
    if (!Arrays.asList(access.phases()).contains(phase)) {
      throw new RefusedException(
          Code.WRONG_STATE,
          "possible in " + Arrays.toString(access.phases()) + "; the election is in " + phase);
    }
  }
}
