package org.psephos.api.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What every answer says about itself; what is on a board may be read from anywhere. */
public final class Published {

  /** For bytes that will never be others. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  @ServerResponseFilter
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    if (request.getUriInfo().getPath().startsWith("/board/")) {
      response.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
    }
  }
}
