package org.psephos.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.board.Boards;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.order.Phase;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;

/**
 * Every operation in docs/api/openapi.yaml, with every role, in every state: who may not is refused
 * before anything else is looked at, who may is refused in the wrong state, and nobody else is.
 */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AccessMatrixTest {

  private static final String UNKNOWN = "A".repeat(43);

  /** What the filter says in the wrong state, and no operation says. */
  private static final String WRONG_STATE = "possible in [";

  @TestHTTPResource("/")
  URI base;

  @Inject Boards boards;

  /**
   * Somebody who calls.
   *
   * @param role as the description names it; empty for nobody
   * @param foreign whether the token is for another election
   */
  private record Visitor(String role, boolean foreign, String token) {}

  @Test
  void everyCellIsAsTheDescriptionSays() throws Exception {
    List<Operation> operations = Description.read().operations();
    Held elsewhere = Held.draft(base);
    Map<String, Held> states = everyState();
    Set<String> cells = new TreeSet<>();
    for (Map.Entry<String, Held> state : states.entrySet()) {
      Held held = state.getValue();
      assertThat(held.state()).isEqualTo(state.getKey());
      for (Visitor visitor : visitors(held, elsewhere)) {
        for (Operation operation : operations) {
          assertCell(operation, visitor, state.getKey(), held);
          cells.add(
              operation.id() + "/" + visitor.role() + "/" + visitor.foreign() + "/" + held.uuid());
        }
      }
      assertThat(held.state()).isEqualTo(state.getKey());
    }
    assertThat(states).hasSize(Phase.values().length);
    assertThat(operations.stream().flatMap(o -> o.roles().stream()))
        .isSubsetOf(visitors(elsewhere, elsewhere).stream().map(Visitor::role).toList());
    assertThat(cells)
        .hasSize(operations.size() * visitors(elsewhere, elsewhere).size() * states.size());
  }

  private void assertCell(Operation operation, Visitor visitor, String state, Held held)
      throws Exception {
    // Closing what waits for its sum goes on with it, so that cell gets an election of its own.
    boolean goesOn = operation.id().equals("close") && state.equals("CLOSED");
    Answer answer = send(operation, goesOn ? waitingForItsSum() : held, visitor.token());
    String cell = operation.id() + " by " + visitor + " in " + state;
    boolean open = operation.roles().isEmpty();
    if (!open && visitor.role().isEmpty()) {
      assertThat(answer.problem()).as(cell).isEqualTo("401 unauthorized");
    } else if (!open && (visitor.foreign() || !operation.roles().contains(visitor.role()))) {
      assertThat(answer.problem()).as(cell).isEqualTo("403 forbidden");
    } else if (!operation.states().isEmpty() && !operation.states().contains(state)) {
      assertThat(answer.problem()).as(cell).isEqualTo("409 wrong-state");
      assertThat(answer.text("detail")).as(cell).startsWith(WRONG_STATE);
    } else {
      assertThat(answer.status()).as(cell).isNotIn(401, 403, 405, 500);
      if (answer.status() == 409) {
        assertThat(answer.text("detail")).as(cell).doesNotStartWith(WRONG_STATE);
      }
    }
  }

  private List<Visitor> visitors(Held held, Held elsewhere) throws Exception {
    List<Visitor> visitors = new ArrayList<>();
    visitors.add(new Visitor("", false, ""));
    visitors.add(new Visitor("", true, UNKNOWN));
    visitors.add(new Visitor("official", false, Held.officialToken()));
    visitors.add(new Visitor("operator", false, Held.operatorToken()));
    for (Held of : List.of(held, elsewhere)) {
      boolean foreign = of == elsewhere;
      visitors.add(new Visitor("registrar", foreign, of.registrar()));
      visitors.add(new Visitor("trustee", foreign, of.trustee(1)));
      visitors.add(new Visitor("observer", foreign, of.observer()));
    }
    return visitors;
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

  /** One election in each state, each brought there by those who may. */
  private Map<String, Held> everyState() throws Exception {
    Map<String, Held> states = new LinkedHashMap<>();
    states.put("DRAFT", Held.draft(base));
    states.put("KEYS", Held.draft(base).begin());
    states.put("READY", Held.draft(base).begin().bringKeys().bringCredentials(1).freeze());
    states.put("OPEN", openForLong());
    states.put("CLOSED", waitingForItsSum());
    states.put("TALLYING", Held.open(base).close());
    states.put("RESULT", Held.open(base).close().decrypt(1).decrypt(2).publish());
    states.put("CANCELLED", Held.draft(base).begin().cancel());
    assertThat(states.keySet())
        .hasSameElementsAs(Arrays.stream(Phase.values()).map(Enum::name).toList());
    return states;
  }

  /** Cannot be closed now. */
  private Held openForLong() throws Exception {
    Json later = new Json.Int(Instant.now().getEpochSecond() + 86_400);
    Json.Obj draft = JsonEdit.replace(Drafts.minimal("Ed25519"), "closes", later);
    Held held = Held.draft(base, draft).begin().bringKeys().bringCredentials(1);
    return held.freeze().makeReady().open();
  }

  /** As a service leaves it that stops right after EndBallots. */
  private Held waitingForItsSum() throws Exception {
    Held held = Held.open(base);
    EndBallotsEntry end = new EndBallotsEntry(Instant.now().getEpochSecond());
    boards.board(held.uuid()).append(List.of(end), List.of());
    return held;
  }

  /** With a body that says nothing, so that nothing changes. */
  private static Answer send(Operation operation, Held held, String token) {
    String path =
        operation
            .path()
            .replace("{uuid}", held.uuid())
            .replace("{attempt}", "1")
            .replace("{against}", "2")
            .replace("{path}", "0/000")
            .replaceAll("\\{\\w+}", "0".repeat(64));
    if (operation.method().equals("GET")) {
      return held.client().get(path, token);
    }
    byte[] body = operation.body() ? Utf8.encode("[]") : new byte[0];
    return held.client().send(operation.method(), path, token, body);
  }
}
