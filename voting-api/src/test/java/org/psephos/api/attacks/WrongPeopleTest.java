package org.psephos.api.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Utf8;

/** Administrative calls by strangers, by the wrong role, and by the right role of elsewhere. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongPeopleTest {

  private static final String UNAUTHORIZED = "401 unauthorized";
  private static final String FORBIDDEN = "403 forbidden";
  private static final byte[] EMPTY = Utf8.encode("{}");

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource database;

  private Held held;
  private Held elsewhere;

  /** An operation that asks for one of the roles. */
  private record Guarded(String method, String path, List<String> roles) {}

  private static final List<Guarded> GUARDED =
      List.of(
          new Guarded("PATCH", "", List.of("official")),
          new Guarded("POST", "/freeze", List.of("official")),
          new Guarded("POST", "/open", List.of("official")),
          new Guarded("POST", "/close", List.of("official")),
          new Guarded("POST", "/cancel", List.of("official")),
          new Guarded("POST", "/publish", List.of("official")),
          new Guarded("PUT", "/trustees", List.of("trustee")),
          new Guarded("PUT", "/credentials", List.of("registrar")),
          new Guarded("POST", "/ready", List.of("trustee", "registrar")),
          new Guarded("GET", "/decryption-task", List.of("trustee")),
          new Guarded("POST", "/partial-decryptions", List.of("trustee")));

  @BeforeEach
  void openTwoElections() throws Exception {
    if (held == null) {
      held = Held.open(base);
      elsewhere = Held.open(base);
    }
  }

  @Test
  void strangersDoNothing() throws Exception {
    String almost = "A".repeat(43);
    for (Guarded operation : GUARDED) {
      for (String token : List.of("", almost, held.registrar() + "A", "' OR '1'='1")) {
        refused(operation, token, UNAUTHORIZED);
      }
    }
    Answer created =
        held.client().send("POST", "/api/v1/elections", "", Drafts.minimal("Ed25519").toBytes());
    Scene.assertRefused(created, UNAUTHORIZED);
    assertThat(created.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void otherRolesDoNothing() throws Exception {
    for (Guarded operation : GUARDED) {
      List<String> tokens = new ArrayList<>();
      if (!operation.roles().contains("official")) {
        tokens.add(Held.officialToken());
      }
      if (!operation.roles().contains("registrar")) {
        tokens.add(held.registrar());
      }
      if (!operation.roles().contains("trustee")) {
        tokens.add(held.trustee(1));
      }
      for (String token : tokens) {
        refused(operation, token, FORBIDDEN);
      }
    }
  }

  @Test
  void tokensOpenOneElectionOnly() throws Exception {
    for (Guarded operation : GUARDED) {
      for (String token : List.of(elsewhere.registrar(), elsewhere.trustee(1))) {
        refused(operation, token, FORBIDDEN);
      }
    }
  }

  @Test
  void theRightRoleInTheWrongStateChangesNothing() throws Exception {
    for (Guarded operation : GUARDED) {
      for (String role : operation.roles()) {
        if (!List.of("/close", "/cancel").contains(operation.path())) {
          refused(operation, token(role), "409 wrong-state");
        }
      }
    }
  }

  private String token(String role) throws Exception {
    return switch (role) {
      case "official" -> Held.officialToken();
      case "registrar" -> held.registrar();
      default -> held.trustee(1);
    };
  }

  private void refused(Guarded operation, String token, String problem) throws Exception {
    Stock before = Stock.of(database, held);
    String path = held.path(operation.path());
    Answer answer =
        operation.method().equals("GET")
            ? held.client().get(path, token)
            : held.client().send(operation.method(), path, token, EMPTY);
    assertThat(answer.problem()).as("%s", operation).isEqualTo(problem);
    Scene.assertRefused(answer, problem);
    assertThat(Stock.of(database, held)).as("%s", operation).isEqualTo(before);
  }
}
