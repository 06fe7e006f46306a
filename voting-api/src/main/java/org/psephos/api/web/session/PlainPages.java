package org.psephos.api.web.session;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.psephos.api.rest.problem.Refusal;
import org.psephos.api.rest.problem.RefusalPage;

/** The log-in form and refusals without any design, in English, where nobody made better ones. */
@DefaultBean
@ApplicationScoped
class PlainPages implements LogInPage, RefusalPage {

  @Override
  public Response show(LogInForm form, ContainerRequestContext request) {
    String text =
        form.refusal().map(refusal -> "<p role=\"alert\">" + escape(refusal.detail())).orElse("")
            + "<form method=\"post\" action=\"/console/login\">"
            + ("<input type=\"hidden\" name=\"next\" value=\"" + escape(form.next()) + "\">")
            + field("Name", "name", "text", form.name(), "username")
            + field("Password", "password", "password", "", "current-password")
            + (form.passwordIsForOnce()
                ? field("New password", "new-password", "password", "", "new-password")
                : "")
            + "<button>Log in</button></form>";
    return page(form.refusal().map(refusal -> refusal.code().status()).orElse(200), "Log in", text);
  }

  private static String field(
      String label, String name, String type, String value, String autocomplete) {
    return ("<p><label for=\"" + name + "\">" + label + "</label> ")
        + ("<input id=\"" + name + "\" name=\"" + name + "\" type=\"" + type + "\" value=\"")
        + (escape(value) + "\" autocomplete=\"" + autocomplete + "\">");
  }

  @Override
  public Response show(Refusal refusal, ContainerRequestContext request) {
    String title = refusal.code().wireName().replace('-', ' ');
    return page(refusal.code().status(), title, "<p>" + escape(refusal.detail()));
  }

  private static Response page(int status, String title, String body) {
    String html =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>"
            + (title + " – Psephos</title><main><h1>" + title + "</h1>" + body + "</main></html>");
    return Response.status(status)
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "same-origin")
        .entity(html)
        .build();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
