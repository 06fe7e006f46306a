package org.psephos.api.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.psephos.api.access.Access;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.api.election.DecryptionTask;
import org.psephos.api.election.RecordDecryption;
import org.psephos.api.election.RecordDrill;
import org.psephos.api.election.RefusedException;
import org.psephos.api.election.ResultOnBoard;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.order.Phase;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Limits;

/** What trustees do after the vote, and what comes of it. */
@Path("/api/v1/elections/{uuid}")
public class DecryptionsResource {

  private static final Limits LIMITS =
      new Limits(ObjectKind.PARTIAL_DECRYPTION.largest() + (1 << 17), 16, 20_000);

  private final DecryptionTask tasks;
  private final RecordDecryption recording;
  private final RecordDrill drills;
  private final ResultOnBoard results;

  DecryptionsResource(
      DecryptionTask tasks, RecordDecryption recording, RecordDrill drills, ResultOnBoard results) {
    this.tasks = tasks;
    this.recording = recording;
    this.drills = drills;
    this.results = results;
  }

  @GET
  @Path("/decryption-task")
  @Access(
      roles = Role.TRUSTEE,
      phases = {Phase.TALLYING, Phase.RESULT})
  public Response task(@PathParam("uuid") String uuid, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    DecryptionTask.Task task = tasks.task(uuid, AccessFilter.caller(request));
    return Answer.ok(
        Json.Obj.with("uuid", uuid)
            .and("owner", task.owner())
            .and("origin", task.origin())
            .and("fingerprint", task.fingerprint().base64())
            .and("tally", task.tally().hex())
            .and("size", task.size())
            .and("root", task.root().hex())
            .and("done", new Json.Bool(task.done()))
            .build());
  }

  @POST
  @Path("/partial-decryptions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(
      roles = Role.TRUSTEE,
      phases = {Phase.TALLYING, Phase.RESULT})
  public Response decrypt(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Caller trustee = AccessFilter.caller(request);
    boolean fresh = recording.record(uuid, trustee, Body.object(body, headers, LIMITS));
    Json answer = Json.Obj.with("owner", trustee.owner()).and("done", new Json.Bool(true)).build();
    return Answer.of(fresh ? Response.Status.CREATED : Response.Status.OK, answer).build();
  }

  @POST
  @Path("/drills")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(
      roles = Role.TRUSTEE,
      phases = {Phase.READY, Phase.OPEN, Phase.CLOSED, Phase.TALLYING})
  public Response drill(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Caller trustee = AccessFilter.caller(request);
    drills.record(uuid, trustee, Body.object(body, headers, LIMITS));
    Json answer = Json.Obj.with("owner", trustee.owner()).and("done", new Json.Bool(true)).build();
    return Answer.of(Response.Status.CREATED, answer).build();
  }

  @GET
  @Path("/result")
  @Access(phases = Phase.RESULT)
  public Response result(@PathParam("uuid") String uuid) throws IOException, RefusedException {
    return Response.ok(results.bytes(uuid), MediaType.APPLICATION_JSON_TYPE).build();
  }
}
