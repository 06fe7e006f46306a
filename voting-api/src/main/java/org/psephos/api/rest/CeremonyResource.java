package org.psephos.api.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.psephos.api.access.Access;
import org.psephos.api.access.Role;
import org.psephos.api.ceremony.AbandonAttempt;
import org.psephos.api.ceremony.CeremonySeat;
import org.psephos.api.ceremony.KeyCeremony;
import org.psephos.api.ceremony.Sender;
import org.psephos.api.election.Code;
import org.psephos.api.election.ElectionStatus;
import org.psephos.api.election.LocalizedTexts;
import org.psephos.api.election.RefusedException;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.order.Phase;
import org.psephos.crypto.ceremony.SealedShare;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.hash.Digest;

/** The mailbox of the threshold key ceremony. */
@Path("/api/v1/elections/{uuid}/ceremony")
public class CeremonyResource {

  private static final int LONGEST_SHARE = 2 * SealedShare.MOST_BYTES;
  private static final Limits DEALING =
      new Limits(ObjectKind.DEALING.largest() + 26 * LONGEST_SHARE, 8, LONGEST_SHARE);

  private final KeyCeremony ceremony;
  private final AbandonAttempt abandonment;
  private final CeremonySeat seats;
  private final ElectionStatus status;

  CeremonyResource(
      KeyCeremony ceremony, AbandonAttempt abandonment, CeremonySeat seats, ElectionStatus status) {
    this.ceremony = ceremony;
    this.abandonment = abandonment;
    this.seats = seats;
    this.status = status;
  }

  @GET
  @Path("/seat")
  @Access(roles = Role.TRUSTEE)
  public Response seat(@PathParam("uuid") String uuid, @Context ContainerRequestContext request)
      throws RefusedException {
    return Answer.ok(seats.seat(uuid, AccessFilter.caller(request)));
  }

  @PUT
  @Path("/{attempt}/certificate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.TRUSTEE, phases = Phase.KEYS)
  public Response certificate(
      @PathParam("uuid") String uuid,
      @PathParam("attempt") String attempt,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    byte[] bytes = Body.read(body, headers, ObjectKind.CERTIFICATE.largest());
    ceremony.certificate(sender(uuid, attempt, request), bytes);
    return Answer.ok(status.status(uuid));
  }

  @PUT
  @Path("/{attempt}/commitment")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.TRUSTEE, phases = Phase.KEYS)
  public Response commitment(
      @PathParam("uuid") String uuid,
      @PathParam("attempt") String attempt,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Digest commitment = commitment(Body.object(body, headers, Limits.OBJECT));
    ceremony.commitment(sender(uuid, attempt, request), commitment);
    return Answer.ok(status.status(uuid));
  }

  private static Digest commitment(Json.Obj body) throws RefusedException {
    try {
      JsonFields fields = JsonFields.of(body);
      Digest hash = fields.required("commitment", text -> Digest.fromHex(JsonFields.text(text)));
      fields.end();
      return hash;
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }

  @PUT
  @Path("/{attempt}/dealing")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.TRUSTEE, phases = Phase.KEYS)
  public Response dealing(
      @PathParam("uuid") String uuid,
      @PathParam("attempt") String attempt,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Dealt dealt = Dealt.read(Body.object(body, headers, DEALING));
    byte[] dealing = dealt.dealing().toByteArray();
    ceremony.dealing(sender(uuid, attempt, request), dealing, dealt.shares());
    return Answer.ok(status.status(uuid));
  }

  @PUT
  @Path("/{attempt}/verification-key")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.TRUSTEE, phases = Phase.KEYS)
  public Response verificationKey(
      @PathParam("uuid") String uuid,
      @PathParam("attempt") String attempt,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    byte[] bytes = Body.read(body, headers, ObjectKind.VERIFICATION_KEY.largest());
    ceremony.verificationKey(sender(uuid, attempt, request), bytes);
    return Answer.ok(status.status(uuid));
  }

  @PUT
  @Path("/{attempt}/complaints/{against}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.TRUSTEE, phases = Phase.KEYS)
  public Response complaint(
      @PathParam("uuid") String uuid,
      @PathParam("attempt") String attempt,
      @PathParam("against") String against,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    byte[] bytes = Body.read(body, headers, ObjectKind.COMPLAINT.largest());
    ceremony.complaint(sender(uuid, attempt, request), number(against), bytes);
    return Answer.ok(status.status(uuid));
  }

  @GET
  @Path("/{attempt}/shares")
  @Access(roles = Role.TRUSTEE, phases = Phase.KEYS)
  public Response shares(
      @PathParam("uuid") String uuid,
      @PathParam("attempt") String attempt,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    List<SealedShare> found = ceremony.shares(sender(uuid, attempt, request));
    List<Json> rows = new ArrayList<>();
    found.forEach(share -> rows.add(new Json.Text(share.hex())));
    return Answer.ok(Json.Obj.with("shares", new Json.Arr(rows)).build());
  }

  @POST
  @Path("/abandon")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.OFFICIAL, phases = Phase.KEYS)
  public Response abandon(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Json.Obj reason = Body.object(body, headers, Limits.OBJECT);
    abandonment.abandon(uuid, AccessFilter.caller(request), LocalizedTexts.reason(reason));
    return Answer.ok(status.status(uuid));
  }

  private static Sender sender(String uuid, String attempt, ContainerRequestContext request)
      throws RefusedException {
    return new Sender(uuid, AccessFilter.caller(request), number(attempt));
  }

  /** A number in a path; a path with anything else names nothing. */
  private static int number(String text) throws RefusedException {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new RefusedException(Code.NOT_FOUND, "expected a number from 1 to 9999 in the path");
    }
    return Integer.parseInt(text);
  }
}
