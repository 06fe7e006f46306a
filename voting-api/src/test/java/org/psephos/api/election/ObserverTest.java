package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;

/** Observers read the draft; the operator reads how every board is. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ObserverTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void anObserverReadsTheDraftAndChangesNothing() throws Exception {
    Held held = Held.draft(base);
    String observer = held.observer();
    Answer draft = held.client().get(held.path("/draft"), observer);
    assertThat(draft.status()).isEqualTo(200);
    assertThat(draft.text("uuid")).isEqualTo(held.uuid());
    assertThat(draft.json().members()).containsKeys("languages", "questions", "rehearsal");
    assertThat(held.client().get(held.path("/draft")).problem()).isEqualTo("401 unauthorized");
    for (String step : new String[] {"/freeze", "/open", "/observers"}) {
      assertThat(held.client().send("POST", held.path(step), observer, new byte[0]).problem())
          .isEqualTo("403 forbidden");
    }
    assertThat(held.observer()).isNotEqualTo(observer);
    assertThat(held.client().get(held.path("/draft"), observer).status()).isEqualTo(200);
  }

  @Test
  void theOperatorReadsHowTheBoardsAre() throws Exception {
    Held held = Held.draft(base).begin();
    Answer health = held.client().get("/api/v1/health", Held.operatorToken());
    assertThat(health.status()).isEqualTo(200);
    assertThat(((Json.Arr) health.json().members().get("database")).items()).isEmpty();
    assertThat(((Json.Arr) health.json().members().get("broken")).items()).isEmpty();
    assertThat(((Json.Arr) health.json().members().get("boards")).items())
        .anySatisfy(
            row -> {
              Json.Obj board = (Json.Obj) row;
              assertThat(board.members().get("origin"))
                  .isEqualTo(new Json.Text(held.status().text("origin")));
              assertThat(board.members().get("state")).isEqualTo(new Json.Text("KEYS"));
              assertThat(board.members().get("size")).isEqualTo(new Json.Int(1));
            });
  }
}
