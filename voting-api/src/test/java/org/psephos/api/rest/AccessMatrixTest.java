package org.psephos.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Utf8;

/** Every operation in docs/api/openapi.yaml, with every role, in every state. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccessMatrixTest {

  private static final String UNKNOWN = "A".repeat(43);

  @TestHTTPResource("/")
  URI base;

  @Test
  void nobodyGetsInWithoutTheRightToken() throws Exception {
    Held held = Held.draft(base).begin();
    Held other = Held.draft(base);
    for (Operation operation : Description.read().operations()) {
      if (operation.roles().isEmpty()) {
        continue;
      }
      assertThat(send(operation, held, "").problem()).isEqualTo("401 unauthorized");
      assertThat(send(operation, held, UNKNOWN).problem()).isEqualTo("401 unauthorized");
      tokens(held)
          .forEach(
              (role, token) -> {
                Answer answer = send(operation, held, token);
                if (operation.roles().contains(role)) {
                  assertThat(answer.status()).as(operation + " " + role).isNotIn(401, 403);
                } else {
                  assertThat(answer.problem())
                      .as(operation + " " + role)
                      .isEqualTo("403 forbidden");
                }
              });
      if (!operation.roles().contains("official") && !operation.roles().contains("operator")) {
        String foreign = tokens(other).get(operation.roles().iterator().next());
        assertThat(send(operation, held, foreign).problem()).isEqualTo("403 forbidden");
      }
    }
  }

  @Test
  void nothingHappensInTheWrongState() throws Exception {
    for (Map.Entry<String, Held> state : everyState().entrySet()) {
      Held held = state.getValue();
      assertThat(held.state()).isEqualTo(state.getKey());
      for (Operation operation : Description.read().operations()) {
        if (operation.states().isEmpty() || operation.states().contains(state.getKey())) {
          continue;
        }
        String token = operation.roles().isEmpty() ? "" : right(operation, held);
        assertThat(send(operation, held, token).problem())
            .as(operation + " in " + state.getKey())
            .isEqualTo("409 wrong-state");
      }
      assertThat(held.state()).isEqualTo(state.getKey());
    }
  }

  @Test
  void ballotsAreRefusedBeforeAndAfterTheVote() throws Exception {
    for (Map.Entry<String, Held> state : everyState().entrySet()) {
      if (state.getKey().equals("OPEN")) {
        continue;
      }
      boolean before = List.of("DRAFT", "KEYS", "READY").contains(state.getKey());
      assertThat(state.getValue().cast(Utf8.encode("{}")).problem())
          .as(state.getKey())
          .isEqualTo(before ? "409 not-open" : "409 closed");
    }
  }

  private Map<String, Held> everyState() throws Exception {
    Map<String, Held> states = new LinkedHashMap<>();
    states.put("DRAFT", Held.draft(base));
    states.put("KEYS", Held.draft(base).begin());
    states.put("READY", Held.draft(base).begin().bringKeys().bringCredentials(1).freeze());
    states.put("OPEN", Held.open(base));
    states.put("TALLYING", Held.open(base).close());
    states.put("RESULT", Held.open(base).close().decrypt(1).decrypt(2).publish());
    states.put("CANCELLED", Held.draft(base).begin().cancel());
    return states;
  }

  private static Map<String, String> tokens(Held held) {
    try {
      return Map.of(
          "official", Held.officialToken(),
          "operator", Held.operatorToken(),
          "registrar", held.registrar(),
          "trustee", held.trustee(1));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String right(Operation operation, Held held) {
    return tokens(held).get(operation.roles().iterator().next());
  }

  /** With a body that says nothing, so that nothing changes. */
  private static Answer send(Operation operation, Held held, String token) {
    String path =
        operation
            .path()
            .replace("{uuid}", held.uuid())
            .replace("{tracker}", "0".repeat(64))
            .replace("{hash}", "0".repeat(64))
            .replace("{path}", "0/000");
    if (operation.method().equals("GET")) {
      return held.client().get(path, token);
    }
    byte[] body = operation.body() ? Utf8.encode("[]") : new byte[0];
    return held.client().send(operation.method(), path, token, body);
  }
}
