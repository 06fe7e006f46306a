package org.psephos.api.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import org.psephos.api.election.Code;
import org.psephos.api.election.ElectionStatus;
import org.psephos.api.election.RecordReady;
import org.psephos.api.election.RefusedException;
import org.psephos.api.election.RegisterCredentials;
import org.psephos.api.election.RegisterTrusteeKey;
import org.psephos.board.entry.ObjectKind;
import org.psephos.board.order.Phase;

/** What trustees and the registrar bring before the vote. */
@Path("/api/v1/elections/{uuid}")
public class ContributionsResource {

  private final RegisterTrusteeKey trusteeKeys;
  private final RegisterCredentials credentials;
  private final RecordReady readiness;
  private final ElectionStatus status;

  ContributionsResource(
      RegisterTrusteeKey trusteeKeys,
      RegisterCredentials credentials,
      RecordReady readiness,
      ElectionStatus status) {
    this.trusteeKeys = trusteeKeys;
    this.credentials = credentials;
    this.readiness = readiness;
    this.status = status;
  }

  @PUT
  @Path("/trustees")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.TRUSTEE, phases = Phase.KEYS)
  public Response putTrusteeKey(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    byte[] key = Body.read(body, headers, ObjectKind.TRUSTEE_KEY.largest());
    trusteeKeys.register(uuid, AccessFilter.caller(request), key);
    return Answer.ok(status.status(uuid));
  }

  @PUT
  @Path("/credentials")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(roles = Role.REGISTRAR, phases = Phase.KEYS)
  public Response putCredentials(
      @PathParam("uuid") String uuid,
      @QueryParam("registrar") String registrar,
      @QueryParam("dry_run") String dryRun,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    byte[] bytes = Body.read(body, headers, RegisterCredentials.LARGEST);
    if (yes(dryRun)) {
      return Answer.ok(credentials.look(uuid, bytes).toJson());
    }
    if (registrar == null) {
      throw new RefusedException(Code.MALFORMED, "the parameter registrar is missing");
    }
    Caller caller = AccessFilter.caller(request);
    return Answer.ok(credentials.register(uuid, caller, registrar, bytes).toJson());
  }

  private static boolean yes(String dryRun) throws RefusedException {
    if (dryRun == null || dryRun.equals("false")) {
      return false;
    }
    if (dryRun.equals("true")) {
      return true;
    }
    throw new RefusedException(Code.MALFORMED, "the parameter dry_run is true or false");
  }

  @POST
  @Path("/ready")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(
      roles = {Role.TRUSTEE, Role.REGISTRAR},
      phases = Phase.READY)
  public Response ready(
      @PathParam("uuid") String uuid,
      InputStream body,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException, RefusedException {
    byte[] statement = Body.read(body, headers, ObjectKind.READY.largest());
    readiness.record(uuid, AccessFilter.caller(request), statement);
    return Answer.ok(status.status(uuid));
  }
}
