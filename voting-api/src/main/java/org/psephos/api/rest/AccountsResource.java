package org.psephos.api.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.psephos.api.access.Access;
import org.psephos.api.access.Accounts;
import org.psephos.api.access.Channel;
import org.psephos.api.access.Invitations;
import org.psephos.api.access.LogIn;
import org.psephos.api.access.Role;
import org.psephos.api.access.Token;
import org.psephos.api.election.RefusedException;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;

/** People with accounts: logging in and out, asking others in. */
@Path("/api/v1")
public class AccountsResource {

  private static final Limits LIMITS = new Limits(8192, 2, 1000);

  private final LogIn login;
  private final Invitations invitations;
  private final PublicAddress address;

  AccountsResource(LogIn login, Invitations invitations, PublicAddress address) {
    this.login = login;
    this.invitations = invitations;
    this.address = address;
  }

  /** Reads the members of a body. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(JsonFields fields) throws DecodingException;
  }

  private static <T> T body(InputStream body, HttpHeaders headers, Reader<T> reader)
      throws IOException, RefusedException {
    Json.Obj json = Body.object(body, headers, LIMITS);
    try {
      JsonFields fields = JsonFields.of(json);
      T read = reader.read(fields);
      fields.end();
      return read;
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  @POST
  @Path("/login")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access
  public Response login(
      InputStream body, @Context HttpHeaders headers, @Context HttpServerRequest request)
      throws IOException, RefusedException {
    LogIn.Typed typed =
        body(
            body,
            headers,
            fields ->
                new LogIn.Typed(
                    fields.text("name"),
                    fields.text("password"),
                    fields.optional("new_password", JsonFields::text)));
    Accounts.Session session =
        login.logIn(typed, Channel.INTERFACE, request.remoteAddress().hostAddress());
    return Answer.ok(
        Json.Obj.with("token", session.token().reveal())
            .and("role", session.role().wireName())
            .and("expires", session.expires().getEpochSecond())
            .build());
  }

  @POST
  @Path("/logout")
  @Access(roles = {Role.OFFICIAL, Role.OPERATOR})
  public Response logout(@Context HttpHeaders headers, @Context ContainerRequestContext request)
      throws RefusedException {
    login.logOut(AccessFilter.caller(request), headers.getHeaderString(HttpHeaders.AUTHORIZATION));
    return Response.noContent().header("Cache-Control", "no-store").build();
  }

  private record Invitee(String name, String role) {}

  @POST
  @Path("/invitations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.OFFICIAL)
  public Response invite(
      InputStream body, @Context HttpHeaders headers, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Invitee invitee =
        body(body, headers, fields -> new Invitee(fields.text("name"), fields.text("role")));
    Token token = invitations.invite(AccessFilter.caller(request), invitee.name(), invitee.role());
    Json answer = Json.Obj.with("link", address.invitation(token)).build();
    return Answer.of(Response.Status.CREATED, answer).build();
  }

  private record Acceptance(String token, String password) {}

  @POST
  @Path("/invitations/accept")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access
  public Response acceptInvitation(InputStream body, @Context HttpHeaders headers)
      throws IOException, RefusedException {
    Acceptance acceptance =
        body(
            body, headers, fields -> new Acceptance(fields.text("token"), fields.text("password")));
    Accounts.Invited invited = invitations.accept(acceptance.token(), acceptance.password());
    Json answer =
        Json.Obj.with("name", invited.name()).and("role", invited.role().wireName()).build();
    return Answer.of(Response.Status.CREATED, answer).build();
  }
}
