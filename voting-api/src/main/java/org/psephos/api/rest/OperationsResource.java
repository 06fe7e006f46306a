package org.psephos.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import org.psephos.api.access.Access;
import org.psephos.api.access.Role;
import org.psephos.api.election.OperatorLog;
import org.psephos.api.operations.HealthDetails;

/** What the operator reads: the log of what administrators did, and how the boards are. */
@Path("/api/v1")
public class OperationsResource {

  private final OperatorLog log;
  private final HealthDetails health;

  OperationsResource(OperatorLog log, HealthDetails health) {
    this.log = log;
    this.health = health;
  }

  @GET
  @Path("/health")
  @Access(roles = Role.OPERATOR)
  public Response health() throws IOException {
    return Answer.ok(health.report());
  }

  @GET
  @Path("/audit-log")
  @Access(roles = Role.OPERATOR)
  public Response auditLog() {
    StreamingOutput lines =
        out -> {
          BufferedOutputStream buffered = new BufferedOutputStream(out);
          log.export(buffered);
          buffered.flush();
        };
    return Response.ok(lines, "application/jsonl")
        .header("Cache-Control", "no-store")
        .header("Content-Disposition", "attachment; filename=\"audit-log.jsonl\"")
        .build();
  }
}
