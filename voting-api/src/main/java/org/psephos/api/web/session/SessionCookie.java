package org.psephos.api.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.psephos.api.access.Token;

/**
 * The cookie that carries the token of a session of pages: no script can read it, no other site can
 * have it sent, and it ends with the browser. Over HTTPS its name has the prefix {@code __Host-},
 * so that no neighbouring host can plant one, and it is never sent in the clear.
 */
@ApplicationScoped
class SessionCookie {

  private static final String NAME = "psephos-session";

  private final boolean secure;

  SessionCookie(@ConfigProperty(name = "psephos.public-url") URI publicUrl) {
    this.secure = "https".equalsIgnoreCase(publicUrl.getScheme());
  }

  String name() {
    return secure ? "__Host-" + NAME : NAME;
  }

  /** The token that the request shows, true or not. */
  Optional<String> read(ContainerRequestContext request) {
    return Optional.ofNullable(request.getCookies().get(name())).map(Cookie::getValue);
  }

  NewCookie carrying(Token token) {
    return cookie(token.reveal()).build();
  }

  /** Makes the browser forget the cookie. */
  NewCookie gone() {
    return cookie("").maxAge(0).build();
  }

  private NewCookie.Builder cookie(String value) {
    return new NewCookie.Builder(name())
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT);
  }
}
