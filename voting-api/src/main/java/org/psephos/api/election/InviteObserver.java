package org.psephos.api.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.psephos.api.access.AccessTokens;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.api.access.Token;
import org.psephos.board.store.StoreUnavailableException;

/** Lets somebody look at what is not public yet: the draft. Everything else observers need is. */
@ApplicationScoped
public class InviteObserver {

  private final Elections elections;
  private final AccessTokens tokens;
  private final OperatorLog log;

  InviteObserver(Elections elections, AccessTokens tokens, OperatorLog log) {
    this.elections = elections;
    this.tokens = tokens;
    this.log = log;
  }

  /** A token that lets its holder read, and nothing else, in this election. */
  public Token invite(String uuid, Caller caller)
      throws RefusedException, StoreUnavailableException {
    elections.draft(uuid);
    Token token = tokens.issue(uuid, Role.OBSERVER, 0);
    log.note(uuid, caller, "invite an observer");
    return token;
  }
}
