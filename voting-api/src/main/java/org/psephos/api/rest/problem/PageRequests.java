package org.psephos.api.rest.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;

/** Which requests are for pages, that people read, and not for the interface. */
public final class PageRequests {

  private static final String PACKAGE = "org.psephos.api.web.";

  private PageRequests() {}

  /** Whether a class answers with pages. */
  public static boolean isPage(ResourceInfo operation) {
    Class<?> type = operation.getResourceClass();
    return type != null && type.getName().startsWith(PACKAGE);
  }

  /** Whether the answer to this request is read by a person; an address may lead nowhere. */
  static boolean isForPage(ContainerRequestContext request, ResourceInfo operation) {
    if (operation.getResourceClass() != null) {
      return isPage(operation);
    }
    return request.getAcceptableMediaTypes().stream()
        .anyMatch(type -> !type.isWildcardType() && type.isCompatible(MediaType.TEXT_HTML_TYPE));
  }
}
