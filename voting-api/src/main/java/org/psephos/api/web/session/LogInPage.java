package org.psephos.api.web.session;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** Shows the log-in form. Implemented where the console's pages are made. */
public interface LogInPage {

  /** The page, with the status of the refusal if there is one, else 200. */
  Response show(LogInForm form, ContainerRequestContext request);
}
