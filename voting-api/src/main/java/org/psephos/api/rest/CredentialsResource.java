package org.psephos.api.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.psephos.api.access.Access;
import org.psephos.api.election.CredentialStatus;
import org.psephos.api.election.RefusedException;
import org.psephos.crypto.codec.Json;

/** What everybody may know about a credential. */
@Path("/api/v1/elections/{uuid}/credentials/{credential}")
public class CredentialsResource {

  private final CredentialStatus credentials;

  CredentialsResource(CredentialStatus credentials) {
    this.credentials = credentials;
  }

  @GET
  @Access
  public Response readCredential(
      @PathParam("uuid") String uuid, @PathParam("credential") String credential)
      throws IOException, RefusedException {
    CredentialStatus.Status status = credentials.status(uuid, credential);
    return Answer.ok(
        Json.Obj.with("ballots", status.ballots()).and("weight", status.weight()).build());
  }
}
