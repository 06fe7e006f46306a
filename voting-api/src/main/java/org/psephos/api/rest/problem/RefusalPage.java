package org.psephos.api.rest.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** Shows a refusal to somebody who asked for a page. Implemented where pages are made. */
public interface RefusalPage {

  /**
   * A page with the status of the refusal's code.
   *
   * @param request for its language and address; its body has been read or was refused
   */
  Response show(Refusal refusal, ContainerRequestContext request);
}
