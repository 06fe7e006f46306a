package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Colleagues;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/** Opening and closing that take two people. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoOfficialsTest {

  private static final byte[] NOTHING = {};

  @TestHTTPResource("/")
  URI base;

  private String first;
  private String second;

  @BeforeEach
  void askThemIn() throws Exception {
    if (first == null) {
      Client client = new Client(base);
      first = Colleagues.join(client, "first.official", "official");
      second = Colleagues.join(client, "second.official", "official");
    }
  }

  private Held ready() throws Exception {
    Json.Obj draft = Drafts.with(Drafts.minimal("Ed25519"), "two_officials");
    Held held = Held.draft(base, draft).begin().bringKeys().bringCredentials(2);
    return held.freeze().makeReady();
  }

  private static Answer send(Held held, String step, String token) {
    return held.client().send("POST", held.path(step), token, NOTHING);
  }

  @Test
  void oneAsksAndAnotherConfirms() throws Exception {
    Held held = ready();
    Answer asked = send(held, "/open", first);
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.text("state")).isEqualTo("READY");
    assertThat(Utf8.decode(asked.body())).contains("\"asked\":{\"action\":\"open\"");
    assertThat(Utf8.decode(asked.body())).doesNotContain("first.official");
    assertThat(held.cast(held.ballot(0, 0).encode()).problem()).isEqualTo("409 not-open");

    Answer same = send(held, "/open", first);
    assertThat(same.problem()).isEqualTo("409 wrong-state");
    assertThat(same.text("detail")).contains("another official has to confirm");
    assertThat(send(held, "/open", second).text("state")).isEqualTo("OPEN");
    assertThat(held.status().json().members()).doesNotContainKey("asked");

    assertThat(send(held, "/close", second).status()).isEqualTo(202);
    assertThat(held.cast(held.ballot(0, 0).encode()).status()).isEqualTo(201);
    assertThat(send(held, "/close", second).problem()).isEqualTo("409 wrong-state");
    assertThat(send(held, "/close", first).status()).isEqualTo(200);
    held.awaitState("TALLYING");
    assertThat(send(held, "/close", first).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatNamesNobodyIsNoOfficial() throws Exception {
    Held held = ready();
    assertThat(held.official("/open").problem()).isEqualTo("403 forbidden");
    assertThat(send(held, "/open", first).status()).isEqualTo(202);
    assertThat(held.official("/open").problem()).isEqualTo("403 forbidden");
    assertThat(held.state()).isEqualTo("READY");
    assertThat(send(held, "/open", second).text("state")).isEqualTo("OPEN");
  }

  @Test
  void withoutTheRuleOneIsEnough() throws Exception {
    Held held = Held.draft(base).begin().bringKeys().bringCredentials(1).freeze().makeReady();
    assertThat(send(held, "/open", first).text("state")).isEqualTo("OPEN");
  }
}
