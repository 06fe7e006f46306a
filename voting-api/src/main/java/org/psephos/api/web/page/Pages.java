package org.psephos.api.web.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.psephos.crypto.codec.Utf8;

/**
 * Begins pages in the reader's language and sends them. For requests only: it looks at the one that
 * is being answered. Thread safe.
 */
@ApplicationScoped
public class Pages {

  private record Edition(Bundle bundle, Language language) {}

  private final Map<Edition, Messages> messages = new ConcurrentHashMap<>();
  private final Assets assets;
  private final UriInfo uri;
  private final HttpHeaders headers;
  private final Request request;
  private final ZoneId zone;

  Pages(
      Assets assets,
      UriInfo uri,
      HttpHeaders headers,
      Request request,
      @ConfigProperty(name = "psephos.time-zone") Optional<ZoneId> zone) {
    this.assets = assets;
    this.uri = uri;
    this.headers = headers;
    this.request = request;
    this.zone = zone.orElseGet(ZoneId::systemDefault);
  }

  /** A page that is about no election. */
  public Page begin(Bundle bundle) {
    return begin(bundle, Language.ENGLISH);
  }

  /**
   * A page in the language that the reader asked for.
   *
   * @param otherwise the language if we have none that was asked for
   */
  public Page begin(Bundle bundle, Language otherwise) {
    return begin(bundle, otherwise, Visit.of(uri, headers));
  }

  private Page begin(Bundle bundle, Language otherwise, Visit visit) {
    Language language =
        visit
            .preference()
            .among(bundle.languages())
            .orElse(bundle.languages().contains(otherwise) ? otherwise : Language.ENGLISH);
    Messages texts =
        messages.computeIfAbsent(
            new Edition(bundle, language), one -> Messages.load(one.bundle(), one.language()));
    return new Page(visit, bundle, language, texts, new Formats(language, zone), assets);
  }

  /** Sends a page that is the same for everybody, and that a browser may keep and ask about. */
  public Response show(Page page, TemplateInstance template) {
    StaticFile file = new StaticFile("page.html", Utf8.encode(template.render()));
    return complete(StaticAnswer.of(file, StaticAnswer.REVALIDATED, request, headers), page);
  }

  /** Sends a page that nobody may keep, with this status. */
  public Response show(Page page, TemplateInstance template, int status) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type("text/html; charset=utf-8")
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(Utf8.encode(template.render()));
    return complete(answer.build(), page);
  }

  private static Response complete(Response answer, Page page) {
    answer.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, page.language().tag());
    answer.getHeaders().putSingle(HttpHeaders.VARY, "Accept-Encoding, Accept-Language");
    return answer;
  }
}
