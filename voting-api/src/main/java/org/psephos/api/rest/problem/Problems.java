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

/**
 * Turns what operations throw into problems, or into pages for who asked for one; of what went
 * wrong inside, nothing gets out.
 */
public final class Problems {

  private final Refusals refusals;
  private final RefusalPage page;

  @Inject
  Problems(Refusals refusals, RefusalPage page) {
    this.refusals = refusals;
    this.page = page;
  }

  @ServerExceptionMapper
  public Response refused(
      RefusedException e, ContainerRequestContext request, ResourceInfo operation) {
    refusals.note(request, operation, e.code());
    return show(new Refusal(e.code(), e.getMessage(), e.more()), request, operation);
  }

  @ServerExceptionMapper
  public Response unavailable(
      StoreUnavailableException e, ContainerRequestContext request, ResourceInfo operation) {
    Log.warn("the board's store is unavailable", e);
    Refusal refusal = Refusal.of(Code.OVERLOADED, "the board cannot be reached now; try again");
    return show(refusal, request, operation);
  }

  /** The framework's own refusals: no such path, wrong method, wrong media type. */
  @ServerExceptionMapper
  public Response refusedByFramework(
      WebApplicationException e, ContainerRequestContext request, ResourceInfo operation) {
    return show(refusal(e), request, operation);
  }

  private static Refusal refusal(WebApplicationException e) {
    return switch (e.getResponse().getStatus()) {
      case 404 -> Refusal.of(Code.NOT_FOUND, "there is nothing here");
      case 405 -> Refusal.of(Code.METHOD_NOT_ALLOWED, "not with this method");
      case 413 -> Refusal.of(Code.TOO_LARGE, "the body is too large");
      case 415 -> Refusal.of(Code.UNSUPPORTED_MEDIA_TYPE, "send application/json");
      case 406 -> Refusal.of(Code.MALFORMED, "the answer is application/json");
      default -> failure(e);
    };
  }

  @ServerExceptionMapper
  public Response failed(Throwable e, ContainerRequestContext request, ResourceInfo operation) {
    return show(failure(e), request, operation);
  }

  private static Refusal failure(Throwable e) {
    if (Outage.isBehind(e)) {
      Log.warn("the database is unavailable", e);
      return Refusal.of(Code.OVERLOADED, "the database cannot be reached now; try again");
    }
    Log.error("a request failed", e);
    return Refusal.of(Code.INTERNAL, "the service failed; the operator can see why");
  }

  private Response show(Refusal refusal, ContainerRequestContext request, ResourceInfo operation) {
    return PageRequests.isForPage(request, operation)
        ? page.show(refusal, request)
        : Problem.response(refusal);
  }
}
