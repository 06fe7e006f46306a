package org.psephos.api.rest;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.psephos.api.access.Access;
import org.psephos.api.access.AccessTokens;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Gate;
import org.psephos.api.election.Code;
import org.psephos.api.election.RefusedException;
import org.psephos.api.rest.problem.PageRequests;
import org.psephos.api.rest.problem.Refusals;
import org.psephos.board.store.StoreUnavailableException;

/**
 * The one place where callers are let in: who they are, whether the election is theirs, and whether
 * it has come to where the operation makes sense. An operation without {@link Access} is refused.
 */
public final class AccessFilter {

  private final AccessTokens tokens;
  private final Gate gate;

  @Inject
  AccessFilter(AccessTokens tokens, Gate gate) {
    this.tokens = tokens;
    this.gate = gate;
  }

  @ServerRequestFilter
  public void filter(ContainerRequestContext request, ResourceInfo operation)
      throws RefusedException, StoreUnavailableException {
    if (operation.getResourceMethod() == null || !isOurs(operation)) {
      return;
    }
    Access access = operation.getResourceMethod().getAnnotation(Access.class);
    if (access == null) {
      throw new RefusedException(Code.FORBIDDEN, "not for anyone");
    }
    String uuid = request.getUriInfo().getPathParameters().getFirst("uuid");
    if (access.roles().length > 0) {
      requireAdmitted(request, access, uuid);
    }
    gate.requirePhase(access, uuid);
  }

  /** Who was let in; only for operations that ask for a role. */
  static Caller caller(ContainerRequestContext request) {
    return requireNonNull(
        (Caller) request.getProperty(Refusals.CALLER), "the operation asks for no role");
  }

  /** Pages have a filter of their own, which knows cookies. */
  private static boolean isOurs(ResourceInfo operation) {
    return operation.getResourceClass().getName().startsWith("org.psephos.")
        && !PageRequests.isPage(operation);
  }

  private void requireAdmitted(ContainerRequestContext request, Access access, String uuid)
      throws RefusedException {
    Optional<Caller> caller = tokens.caller(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    if (caller.isEmpty()) {
      throw new RefusedException(Code.UNAUTHORIZED, "show a token: Authorization: Bearer …");
    }
    request.setProperty(Refusals.CALLER, caller.get());
    gate.requireRole(access, caller.get(), uuid);
  }
}
