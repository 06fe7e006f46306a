package org.psephos.api.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.psephos.api.access.Token;

class SessionCookieTest {

  @Test
  void overHttpsTheCookieIsSecureAndBoundToTheHost() {
    SessionCookie https = new SessionCookie(URI.create("https://vote.example"));
    Token token = Token.random();
    for (NewCookie cookie : new NewCookie[] {https.carrying(token), https.gone()}) {
      assertThat(cookie.getName()).isEqualTo("__Host-psephos-session");
      assertThat(cookie.isSecure()).isTrue();
      assertThat(cookie.isHttpOnly()).isTrue();
      assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.STRICT);
      assertThat(cookie.getPath()).isEqualTo("/");
      assertThat(cookie.getDomain()).isNull();
    }
    assertThat(https.carrying(token).getValue()).isEqualTo(token.reveal());
    assertThat(https.gone().getMaxAge()).isZero();
  }

  @Test
  void overHttpItCannotBeSecure() {
    SessionCookie http = new SessionCookie(URI.create("http://localhost:8080"));
    assertThat(http.carrying(Token.random()).isSecure()).isFalse();
    assertThat(http.name()).isEqualTo("psephos-session");
  }
}
