package org.psephos.api.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether a browser sent a request for one of our own pages. Browsers say so in {@code
 * Sec-Fetch-Site}, which no page can forge, over HTTPS and to this machine; otherwise {@code
 * Origin} has to be that of the public URL. What says neither is refused.
 */
@ApplicationScoped
class SameOrigin {

  private final String origin;

  SameOrigin(@ConfigProperty(name = "psephos.public-url") URI publicUrl) {
    this.origin = origin(publicUrl);
  }

  private static String origin(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean named = url.getPort() != -1 && url.getPort() != usual;
    return scheme + "://" + host + (named ? ":" + url.getPort() : "");
  }

  /**
   * Whether the headers of a request say that it is ours.
   *
   * @param site {@code Sec-Fetch-Site}; null if there is none
   * @param from {@code Origin}; null if there is none
   */
  boolean holds(String site, String from) {
    return site != null ? site.equals("same-origin") : origin.equals(from);
  }
}
