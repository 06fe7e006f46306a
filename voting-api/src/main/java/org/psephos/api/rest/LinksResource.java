package org.psephos.api.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.psephos.api.access.Access;
import org.psephos.api.access.Role;
import org.psephos.api.access.Seat;
import org.psephos.api.access.Token;
import org.psephos.api.election.InviteObserver;
import org.psephos.api.election.MakeLink;
import org.psephos.api.election.RefusedException;
import org.psephos.board.order.Phase;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;

/** The links that officials hand out in one election. Each is shown once. */
@Path("/api/v1/elections/{uuid}")
public class LinksResource {

  private final InviteObserver observers;
  private final MakeLink links;
  private final PublicAddress address;

  LinksResource(InviteObserver observers, MakeLink links, PublicAddress address) {
    this.observers = observers;
    this.links = links;
    this.address = address;
  }

  @POST
  @Path("/observers")
  @Access(roles = Role.OFFICIAL)
  public Response inviteObserver(
      @PathParam("uuid") String uuid, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Token token = observers.invite(uuid, AccessFilter.caller(request));
    return link(uuid, Role.OBSERVER, token);
  }

  /** A link for who has none, or lost it. */
  @POST
  @Path("/links")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(
      roles = Role.OFFICIAL,
      phases = {Phase.DRAFT, Phase.KEYS, Phase.READY, Phase.OPEN, Phase.CLOSED, Phase.TALLYING})
  public Response makeLink(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Seat seat = seat(Body.object(body, headers, Limits.OBJECT));
    return link(uuid, seat.role(), links.make(uuid, AccessFilter.caller(request), seat));
  }

  private Response link(String uuid, Role role, Token token) {
    Json answer = Json.Obj.with("link", address.link(uuid, role, token)).build();
    return Answer.of(Response.Status.CREATED, answer).build();
  }

  private static Seat seat(Json.Obj body) throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      String role = fields.text("role");
      Optional<Long> trustee = fields.optional("trustee", JsonFields::number);
      fields.end();
      if (role.equals(Role.REGISTRAR.wireName()) && trustee.isEmpty()) {
        return new Seat(Role.REGISTRAR, 0);
      }
      if (role.equals(Role.TRUSTEE.wireName()) && trustee.isPresent()) {
        return new Seat(Role.TRUSTEE, (int) Math.min(trustee.get(), Integer.MAX_VALUE));
      }
      throw new DecodingException("role", "registrar, or trustee with a number", role);
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }
}
