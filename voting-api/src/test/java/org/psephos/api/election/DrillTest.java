package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

/** A trustee shows that the key works, and nothing else comes of it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class DrillTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void aDrillIsKeptShownAndLeavesTheBoardAlone() throws Exception {
    Held held = Held.open(base);
    Json.Int size =
        (Json.Int) ((Json.Obj) held.status().json().members().get("board")).members().get("size");
    assertThat(health(held)).contains("2 of 2 trustees never did a drill");
    long before = Instant.now().getEpochSecond();
    assertThat(drill(held, 1, held.drill(1)).status()).isEqualTo(201);
    assertThat(health(held)).contains("1 of 2 trustees never did a drill");
    assertThat(drill(held, 2, held.drill(2)).status()).isEqualTo(201);
    assertThat(health(held)).contains("oldest drill ");
    assertThat(drilled(held, 1)).isBetween(before, Instant.now().getEpochSecond());
    assertThat(((Json.Obj) held.status().json().members().get("board")).members())
        .containsEntry("size", size);
  }

  @Test
  void anAnswerOfAnotherTrusteeIsRefusedAndNotKept() throws Exception {
    Held held = Held.open(base);
    assertThat(drill(held, 2, held.drill(1)).problem()).isEqualTo("422 bad-proof");
    assertThat(health(held)).contains("2 of 2 trustees never did a drill");
    assertThat(drill(held, 1, held.drill(1)).status()).isEqualTo(201);
  }

  @Test
  void aDecryptionOfTheSumsIsNoAnswer() throws Exception {
    Held held = Held.open(base).close();
    assertThat(drill(held, 1, held.share(1)).problem()).isEqualTo("422 bad-proof");
    assertThat(drill(held, 1, held.drill(1)).status()).isEqualTo(201);
  }

  private static Answer drill(Held held, int owner, byte[] body) {
    return held.client().send("POST", held.path("/drills"), held.trustee(owner), body);
  }

  private static long drilled(Held held, int owner) {
    Json.Arr trustees = (Json.Arr) held.status().json().members().get("trustees");
    return ((Json.Int) ((Json.Obj) trustees.items().get(owner - 1)).members().get("drilled"))
        .value();
  }

  private static String health(Held held) throws Exception {
    String body = Utf8.decode(held.client().get("/q/health/ready").body());
    int at = body.indexOf(held.uuid());
    assertThat(at).isNotNegative();
    return body.substring(at, body.indexOf('\n', at));
  }
}
