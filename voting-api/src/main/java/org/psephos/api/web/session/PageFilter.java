package org.psephos.api.web.session;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
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
 * The one place where people are let into pages: where the request comes from, who is logged in,
 * whether they may, and whether a form belongs to their session. A page without {@link Access} is
 * refused.
 */
public final class PageFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final int MOST_WITH_SESSION = 4 << 20;
  private static final int MOST_WITHOUT = 16 << 10;

  private final AccessTokens tokens;
  private final Gate gate;
  private final SessionCookie cookie;
  private final SameOrigin sameOrigin;

  @Inject
  PageFilter(AccessTokens tokens, Gate gate, SessionCookie cookie, SameOrigin sameOrigin) {
    this.tokens = tokens;
    this.gate = gate;
    this.cookie = cookie;
    this.sameOrigin = sameOrigin;
  }

  @ServerRequestFilter
  public Optional<Response> admit(ContainerRequestContext request, ResourceInfo operation)
      throws RefusedException, StoreUnavailableException {
    if (!PageRequests.isPage(operation)) {
      return Optional.empty();
    }
    Access access = operation.getResourceMethod().getAnnotation(Access.class);
    if (access == null) {
      throw new RefusedException(Code.FORBIDDEN, "not for anyone");
    }
    requireOurs(request);
    String uuid = request.getUriInfo().getPathParameters().getFirst("uuid");
    if (access.roles().length > 0) {
      Optional<PageSession> session = session(request);
      if (session.isEmpty()) {
        return Optional.of(toLogIn(request));
      }
      session.get().keepIn(request);
      request.setProperty(Refusals.CALLER, session.get().caller());
      gate.requireRole(access, session.get().caller(), uuid);
    }
    requireShort(request, access.roles().length > 0 ? MOST_WITH_SESSION : MOST_WITHOUT);
    gate.requirePhase(access, uuid);
    return Optional.empty();
  }

  /** Runs after {@link #admit}, when the form has been read. */
  @WithFormRead
  @ServerRequestFilter
  public void requireFormToken(
      ResteasyReactiveContainerRequestContext request, ResourceInfo operation)
      throws RefusedException {
    Optional<PageSession> session = PageSession.find(request);
    if (session.isEmpty() || isReading(request)) {
      return;
    }
    ResteasyReactiveRequestContext form =
        (ResteasyReactiveRequestContext) request.getServerRequestContext();
    boolean belongs =
        form.getFormParameter(FormToken.FIELD, true, false) instanceof String shown
            && session.get().accepts(shown);
    if (!belongs) {
      throw new RefusedException(
          Code.FORBIDDEN, "this form is from another session: load its page again, and send that");
    }
  }

  @ServerResponseFilter
  public void keepNothing(ContainerRequestContext request, ContainerResponseContext response) {
    if (PageSession.find(request).isPresent()) {
      response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
    }
  }

  private static boolean isReading(ContainerRequestContext request) {
    return READING.contains(request.getMethod());
  }

  private void requireOurs(ContainerRequestContext request) throws RefusedException {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (!isReading(request) && !sameOrigin.holds(site, request.getHeaderString("Origin"))) {
      throw new RefusedException(Code.FORBIDDEN, "this was not sent from a page of this service");
    }
  }

  private Optional<PageSession> session(ContainerRequestContext request) {
    Optional<String> shown = cookie.read(request);
    Optional<Caller> caller = shown.flatMap(tokens::pageCaller);
    return caller.map(somebody -> new PageSession(somebody, shown.orElseThrow()));
  }

  private static Response toLogIn(ContainerRequestContext request) {
    URI asked = request.getUriInfo().getRequestUri();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    String next = isReading(request) ? asked.getRawPath() + query : NextPage.CONSOLE;
    URI page =
        UriBuilder.fromPath("/console/login").queryParam("next", "{next}").build(NextPage.of(next));
    return Response.seeOther(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /**
   * Browsers say how long a form is; nobody has a long one read before it is known who sends it.
   */
  private static void requireShort(ContainerRequestContext request, int most)
      throws RefusedException {
    if (isReading(request)) {
      return;
    }
    int length = request.getLength();
    if (length < 0 || length > most) {
      throw new RefusedException(Code.TOO_LARGE, "a form here has at most " + most + " bytes");
    }
  }
}
