package org.psephos.api.web.session;

import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.psephos.api.access.Caller;

/** Who is logged in on a page, and what the page's forms have to carry. Prints no secret. */
public final class PageSession {

  private static final String PROPERTY = "org.psephos.page-session";

  private final Caller caller;
  private final String cookie;
  private final FormToken form;

  PageSession(Caller caller, String cookie) {
    this.caller = requireNonNull(caller, "caller is null");
    this.cookie = requireNonNull(cookie, "cookie is null");
    this.form = FormToken.of(cookie);
  }

  /** The session of a request to a page that asks for a role. */
  public static PageSession of(ContainerRequestContext request) {
    return find(request).orElseThrow(() -> new IllegalStateException("the page asks for no role"));
  }

  static Optional<PageSession> find(ContainerRequestContext request) {
    return Optional.ofNullable((PageSession) request.getProperty(PROPERTY));
  }

  void keepIn(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  public Caller caller() {
    return caller;
  }

  /** The value of the hidden field {@code form-token} of every form on the page. */
  public String formToken() {
    return form.reveal();
  }

  boolean accepts(String shown) {
    return form.matches(shown);
  }

  /** The session's own token: to end it. */
  String cookie() {
    return cookie;
  }
}
