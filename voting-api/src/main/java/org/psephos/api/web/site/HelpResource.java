package org.psephos.api.web.site;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.psephos.api.access.Access;
import org.psephos.api.web.page.Bundle;
import org.psephos.api.web.page.Page;
import org.psephos.api.web.page.Pages;

/** Pages about the service, which are the same whatever elections there are. */
@Path("/help")
@Produces(MediaType.TEXT_HTML)
public class HelpResource {

  @CheckedTemplate(basePath = "site", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record Help(Page page) implements TemplateInstance {}

  private final Pages pages;

  HelpResource(Pages pages) {
    this.pages = pages;
  }

  @GET
  @Access
  public Response help() {
    Page page = pages.begin(Bundle.SITE);
    return pages.show(page, new Help(page));
  }
}
