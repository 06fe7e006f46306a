package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.api.records.OperatorAction;

/** Writes down who did what. */
@ApplicationScoped
public class OperatorLog {

  /** One act that was done. */
  @Transactional
  public void note(String election, Caller caller, String action) {
    OperatorAction row = new OperatorAction();
    row.at = Instant.now();
    row.election = election;
    row.actor =
        caller.role() == Role.TRUSTEE ? "trustee " + caller.owner() : caller.role().wireName();
    row.action = action;
    row.persist();
  }
}
