package org.psephos.api.web.session;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.psephos.api.access.Access;
import org.psephos.api.access.Role;
import org.psephos.board.order.Phase;

/** Pages as their authors write them. */
@Path("/console/for-tests")
@Produces(MediaType.TEXT_HTML)
public class PageForTests {

  @GET
  @Access(roles = Role.OFFICIAL)
  public String show(@Context ContainerRequestContext request) {
    PageSession session = PageSession.of(request);
    return "for "
        + session.caller().account().orElseThrow()
        + ("<input type=\"hidden\" name=\"form-token\" value=\"" + session.formToken() + "\">");
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(roles = Role.OFFICIAL)
  public String change(@FormParam("text") String text) {
    return "changed to " + text.length();
  }

  @POST
  @Path("/file")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Access(roles = Role.OFFICIAL)
  public String file(@RestForm("file") FileUpload file) {
    return "a file of " + file.size();
  }

  @GET
  @Path("/operator")
  @Access(roles = Role.OPERATOR)
  public String operator() {
    return "for the operator";
  }

  @GET
  @Path("/e/{uuid}")
  @Access(roles = Role.OFFICIAL, phases = Phase.OPEN)
  public String open(@PathParam("uuid") String uuid) {
    return "open";
  }

  @GET
  @Path("/nobody")
  public String nobody() {
    return "for nobody";
  }

  @GET
  @Path("/public")
  @Access
  public String everyone() {
    return "for everyone";
  }

  @GET
  @Path("/broken")
  @Access
  public String broken() {
    throw new IllegalStateException("a secret of the inside");
  }
}
