package org.psephos.api.rest.problem;

import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.psephos.api.election.Code;
import org.psephos.api.election.RefusedException;
import org.psephos.api.operations.Outage;
import org.psephos.board.store.StoreUnavailableException;

/** Turns what operations throw into problems; of what went wrong inside, nothing gets out. */
public final class Problems {

  private final Refusals refusals;

  @Inject
  Problems(Refusals refusals) {
    this.refusals = refusals;
  }

  @ServerExceptionMapper
  public Response refused(
      RefusedException e, ContainerRequestContext request, ResourceInfo operation) {
    refusals.note(request, operation, e.code());
    return Problem.response(e.code(), e.getMessage(), e.more());
  }

  @ServerExceptionMapper
  public Response unavailable(StoreUnavailableException e) {
    Log.warn("the board's store is unavailable", e);
    return Problem.response(Code.OVERLOADED, "the board cannot be reached now; try again");
  }

  /** The framework's own refusals: no such path, wrong method, wrong media type. */
  @ServerExceptionMapper
  public Response refusedByFramework(WebApplicationException e) {
    return switch (e.getResponse().getStatus()) {
      case 404 -> Problem.response(Code.NOT_FOUND, "there is nothing here");
      case 405 -> Problem.response(Code.METHOD_NOT_ALLOWED, "not with this method");
      case 413 -> Problem.response(Code.TOO_LARGE, "the body is too large");
      case 415 -> Problem.response(Code.UNSUPPORTED_MEDIA_TYPE, "send application/json");
      case 406 -> Problem.response(Code.MALFORMED, "the answer is application/json");
      default -> failed(e);
    };
  }

  @ServerExceptionMapper
  public Response failed(Throwable e) {
    if (Outage.isBehind(e)) {
      Log.warn("the database is unavailable", e);
      return Problem.response(Code.OVERLOADED, "the database cannot be reached now; try again");
    }
    Log.error("a request failed", e);
    return Problem.response(Code.INTERNAL, "the service failed; the operator can see why");
  }
}
