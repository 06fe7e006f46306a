package org.psephos.api.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class SameOriginTest {

  @Test
  void theOriginIsThatOfThePublicAddress() {
    SameOrigin https = new SameOrigin(URI.create("HTTPS://Vote.Example:443/"));
    assertThat(https.holds(null, "https://vote.example")).isTrue();
    assertThat(https.holds(null, "http://vote.example")).isFalse();
    assertThat(https.holds(null, "https://vote.example:8443")).isFalse();
    SameOrigin port = new SameOrigin(URI.create("https://vote.example:8443"));
    assertThat(port.holds(null, "https://vote.example:8443")).isTrue();
    assertThat(port.holds(null, "https://vote.example")).isFalse();
    SameOrigin http = new SameOrigin(URI.create("http://[::1]:80/x"));
    assertThat(http.holds(null, "http://[::1]")).isTrue();
  }
}
