package org.psephos.api.web.session;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.psephos.api.access.Access;
import org.psephos.api.access.Accounts;
import org.psephos.api.access.Channel;
import org.psephos.api.access.LogIn;
import org.psephos.api.access.Role;
import org.psephos.api.election.Code;
import org.psephos.api.election.RefusedException;
import org.psephos.api.rest.problem.Refusal;

/** Logging in to pages and out of them. */
@Path("/console")
public class LogInResource {

  private final LogIn login;
  private final SessionCookie cookie;
  private final LogInPage page;

  LogInResource(LogIn login, SessionCookie cookie, LogInPage page) {
    this.login = login;
    this.cookie = cookie;
    this.page = page;
  }

  @GET
  @Path("/login")
  @Access
  public Response form(@QueryParam("next") String next, @Context ContainerRequestContext request) {
    return page.show(LogInForm.empty(NextPage.of(next)), request);
  }

  /** Begins a session under a new token, whatever cookie the browser already had. */
  @POST
  @Path("/login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access
  public Response login(
      @FormParam("name") String name,
      @FormParam("password") String password,
      @FormParam("new-password") String chosen,
      @FormParam("next") String next,
      @Context ContainerRequestContext request,
      @Context HttpServerRequest connection) {
    LogIn.Typed typed =
        new LogIn.Typed(
            Objects.requireNonNullElse(name, ""),
            Objects.requireNonNullElse(password, ""),
            Optional.ofNullable(chosen).filter(text -> !text.isEmpty()));
    try {
      Accounts.Session session =
          login.logIn(typed, Channel.PAGES, connection.remoteAddress().hostAddress());
      cookie.read(request).ifPresent(login::forget);
      return Response.seeOther(URI.create(NextPage.of(next)))
          .cookie(cookie.carrying(session.token()))
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (RefusedException e) {
      return page.show(again(typed, next, e), request);
    }
  }

  private static LogInForm again(LogIn.Typed typed, String next, RefusedException e) {
    return new LogInForm(
        typed.name(),
        NextPage.of(next),
        e.code() == Code.WRONG_STATE || typed.chosen().isPresent(),
        Optional.of(new Refusal(e.code(), e.getMessage(), Map.of())));
  }

  @POST
  @Path("/logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(roles = {Role.OFFICIAL, Role.OPERATOR})
  public Response logout(@Context ContainerRequestContext request) {
    PageSession session = PageSession.of(request);
    login.logOutOfPages(session.caller(), session.cookie());
    return Response.seeOther(URI.create("/console/login")).cookie(cookie.gone()).build();
  }
}
