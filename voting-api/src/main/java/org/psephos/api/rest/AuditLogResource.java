package org.psephos.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import org.psephos.api.access.Access;
import org.psephos.api.access.Role;
import org.psephos.api.election.OperatorLog;

/** The log of what administrators did, for the operator. */
@Path("/api/v1/audit-log")
public class AuditLogResource {

  private final OperatorLog log;

  AuditLogResource(OperatorLog log) {
    this.log = log;
  }

  @GET
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
