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
import org.psephos.api.access.Access;
import org.psephos.api.access.Caller;
import org.psephos.api.access.Role;
import org.psephos.api.election.AmendElection;
import org.psephos.api.election.CancelElection;
import org.psephos.api.election.CloseElection;
import org.psephos.api.election.ElectionStatus;
import org.psephos.api.election.FreezeElection;
import org.psephos.api.election.OpenElection;
import org.psephos.api.election.PublishResult;
import org.psephos.api.election.RefusedException;
import org.psephos.board.order.Phase;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Limits;

/** The steps from a draft to the end. Each answers with the status that it led to. */
@Path("/api/v1/elections/{uuid}")
public class LifecycleResource {

  private final FreezeElection freezing;
  private final OpenElection opening;
  private final AmendElection amendment;
  private final CloseElection closing;
  private final PublishResult publication;
  private final CancelElection cancellation;
  private final ElectionStatus status;

  LifecycleResource(
      FreezeElection freezing,
      OpenElection opening,
      AmendElection amendment,
      CloseElection closing,
      PublishResult publication,
      CancelElection cancellation,
      ElectionStatus status) {
    this.freezing = freezing;
    this.opening = opening;
    this.amendment = amendment;
    this.closing = closing;
    this.publication = publication;
    this.cancellation = cancellation;
    this.status = status;
  }

  @POST
  @Path("/freeze")
  @Access(roles = Role.OFFICIAL, phases = Phase.KEYS)
  public Response freeze(@PathParam("uuid") String uuid, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    return after(freezing::freeze, uuid, request);
  }

  @POST
  @Path("/open")
  @Access(roles = Role.OFFICIAL, phases = Phase.READY)
  public Response open(@PathParam("uuid") String uuid, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    return afterOneOfTwo(opening.open(uuid, AccessFilter.caller(request)), uuid);
  }

  @POST
  @Path("/amendments")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.OFFICIAL, phases = Phase.OPEN)
  public Response amend(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    amendment.amend(uuid, AccessFilter.caller(request), Body.object(body, headers, Limits.OBJECT));
    return Answer.ok(status.status(uuid));
  }

  @POST
  @Path("/close")
  @Access(
      roles = Role.OFFICIAL,
      phases = {Phase.OPEN, Phase.CLOSED, Phase.TALLYING})
  public Response close(@PathParam("uuid") String uuid, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    return afterOneOfTwo(closing.close(uuid, AccessFilter.caller(request)), uuid);
  }

  @POST
  @Path("/publish")
  @Access(roles = Role.OFFICIAL, phases = Phase.TALLYING)
  public Response publish(@PathParam("uuid") String uuid, @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    return after(publication::publish, uuid, request);
  }

  @POST
  @Path("/cancel")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(
      roles = Role.OFFICIAL,
      phases = {Phase.KEYS, Phase.READY, Phase.OPEN, Phase.CLOSED, Phase.TALLYING})
  public Response cancel(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    Json.Obj reason = Body.object(body, headers, Limits.OBJECT);
    return after((id, caller) -> cancellation.cancel(id, caller, reason), uuid, request);
  }

  /** Done, or waiting for a second official. */
  private Response afterOneOfTwo(boolean done, String uuid) throws IOException, RefusedException {
    Response.Status code = done ? Response.Status.OK : Response.Status.ACCEPTED;
    return Answer.of(code, status.status(uuid)).build();
  }

  /** What a caller does to an election. */
  @FunctionalInterface
  private interface Step {
    void take(String uuid, Caller caller) throws IOException, RefusedException;
  }

  private Response after(Step step, String uuid, ContainerRequestContext request)
      throws IOException, RefusedException {
    step.take(uuid, AccessFilter.caller(request));
    return Answer.ok(status.status(uuid));
  }
}
