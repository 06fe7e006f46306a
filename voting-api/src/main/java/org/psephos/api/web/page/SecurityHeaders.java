package org.psephos.api.web.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer of the service tells browsers to refuse. The one place for it: it sees each
 * answer last, whoever made it, errors of the framework included.
 *
 * <p>Scripts and styles come from us and nowhere else, and none stands in a page: what hostile text
 * could smuggle in does not run. Strings become code only through the one Trusted Types policy
 * {@value #TRUSTED_TYPES_POLICY}, with which the booth starts its worker.
 */
@ApplicationScoped
public class SecurityHeaders {

  /** The name of the only Trusted Types policy that scripts may make, once. */
  public static final String TRUSTED_TYPES_POLICY = "psephos";

  private static final int PRIORITY = 1000;

  private static final String FOR_PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'; manifest-src 'self'; require-trusted-types-for 'script';"
          + " trusted-types "
          + TRUSTED_TYPES_POLICY;

  /** A worker has the policy of its own script: it may load its parts and talk to nobody. */
  private static final String FOR_SCRIPTS = "default-src 'none'; script-src 'self'";

  private static final String FOR_DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private static final String UNUSED =
      "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(),"
          + " fullscreen=(), geolocation=(), gyroscope=(), idle-detection=(), magnetometer=(),"
          + " microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(),"
          + " xr-spatial-tracking=()";

  private static final String TRANSPORT = "max-age=31536000";

  private final boolean secure;

  SecurityHeaders(@ConfigProperty(name = "psephos.public-url") URI publicUrl) {
    this.secure = "https".equals(publicUrl.getScheme());
  }

  void register(@Observes Filters filters) {
    filters.register(
        request -> {
          request.addHeadersEndHandler(ignored -> complete(request));
          request.next();
        },
        PRIORITY);
  }

  private void complete(RoutingContext request) {
    MultiMap headers = request.response().headers();
    String type = headers.contains("Content-Type") ? headers.get("Content-Type") : "";
    headers.set("X-Content-Type-Options", "nosniff");
    if (secure) {
      headers.set("Strict-Transport-Security", TRANSPORT);
    }
    boolean anywhere = request.normalizedPath().startsWith("/board/");
    headers.set("Cross-Origin-Resource-Policy", anywhere ? "cross-origin" : "same-origin");
    // A page with forms says same-origin, or browsers would not say where a form comes from.
    if (!headers.contains("Referrer-Policy")) {
      headers.set("Referrer-Policy", "no-referrer");
    }
    if (type.startsWith("text/html")) {
      completePage(headers);
    } else if (type.startsWith("text/javascript")) {
      headers.set("Content-Security-Policy", FOR_SCRIPTS);
      headers.set("Cross-Origin-Embedder-Policy", "require-corp");
    } else {
      headers.set("Content-Security-Policy", FOR_DATA);
    }
  }

  private static void completePage(MultiMap headers) {
    headers.set("Content-Security-Policy", FOR_PAGES);
    headers.set("Integrity-Policy", "blocked-destinations=(script style)");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Embedder-Policy", "require-corp");
    headers.set("Permissions-Policy", UNUSED);
    headers.set("X-Frame-Options", "DENY");
  }
}
