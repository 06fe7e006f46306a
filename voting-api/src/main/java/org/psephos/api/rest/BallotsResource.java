package org.psephos.api.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.psephos.api.access.Access;
import org.psephos.api.election.BallotStatus;
import org.psephos.api.election.BallotStatus.Status;
import org.psephos.api.election.CastBallot;
import org.psephos.api.election.RefusedException;
import org.psephos.board.entry.ObjectKind;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** Casting, and asking what became of a ballot. Whoever holds a code needs no other permission. */
@Path("/api/v1/elections/{uuid}/ballots")
public class BallotsResource {

  private final CastBallot casting;
  private final BallotStatus ballots;

  BallotsResource(CastBallot casting, BallotStatus ballots) {
    this.casting = casting;
    this.ballots = ballots;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access
  public Response cast(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context HttpServerRequest request)
      throws IOException, RefusedException {
    byte[] ballot = Body.read(body, headers, ObjectKind.BALLOT.largest());
    CastBallot.Cast cast = casting.cast(uuid, request.remoteAddress().hostAddress(), ballot);
    if (cast.index().isEmpty()) {
      Status pending = ballots.status(uuid, cast.tracker());
      return Answer.of(Response.Status.ACCEPTED, json(uuid, pending)).build();
    }
    Response.Status code = cast.known() ? Response.Status.OK : Response.Status.CREATED;
    Status placed = ballots.placed(uuid, cast.tracker(), cast.index().get());
    return Answer.of(code, json(uuid, placed)).build();
  }

  @GET
  @Path("/{tracker}")
  @Access
  public Response readBallot(@PathParam("uuid") String uuid, @PathParam("tracker") String tracker)
      throws IOException, RefusedException {
    return Answer.ok(json(uuid, ballots.status(uuid, digest(tracker))));
  }

  @GET
  @Path("/{tracker}/receipt")
  @Access
  public Response receipt(@PathParam("uuid") String uuid, @PathParam("tracker") String tracker)
      throws IOException, RefusedException {
    byte[] receipt = ballots.receipt(uuid, digest(tracker)).toBytes();
    return Response.ok(receipt, "text/plain; charset=utf-8")
        .header("Cache-Control", Published.FOR_EVER)
        .header("Content-Disposition", "attachment; filename=\"" + tracker + ".tlog-proof\"")
        .build();
  }

  private static Json json(String uuid, Status status) {
    Json.Builder body = Json.Obj.with("tracker", status.tracker().base64());
    status.index().ifPresent(index -> body.and("index", index));
    status.replacedBy().ifPresent(last -> body.and("replaced_by", last.base64()));
    return body.and("status", status.standing().wireName())
        .and(
            "receipt",
            "/api/v1/elections/" + uuid + "/ballots/" + status.tracker().hex() + "/receipt")
        .build();
  }

  private static Digest digest(String tracker) throws RefusedException {
    try {
      return Digest.fromHex(tracker);
    } catch (DecodingException e) {
      throw RefusedException.because(e);
    }
  }
}
