package org.psephos.api.web.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.psephos.api.access.Access;
import org.psephos.api.election.Code;
import org.psephos.api.election.RefusedException;

/** Hands out scripts and style; a name with a hash in it means the same bytes for ever. */
@Path("/assets")
public class AssetsResource {

  private final Assets assets;

  AssetsResource(Assets assets) {
    this.assets = assets;
  }

  @GET
  @Path("/{name}")
  @Access
  public Response file(
      @PathParam("name") String name, @Context Request request, @Context HttpHeaders headers)
      throws RefusedException {
    StaticFile file =
        assets
            .file(name)
            .orElseThrow(() -> new RefusedException(Code.NOT_FOUND, "there is no such file"));
    return StaticAnswer.of(file, StaticAnswer.IMMUTABLE, request, headers);
  }
}
