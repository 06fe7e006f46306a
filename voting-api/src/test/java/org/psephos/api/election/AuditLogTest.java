package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.auditlog.AuditEntry;
import org.psephos.tally.auditlog.ChainCheck;
import org.psephos.tally.auditlog.ChainCheck.Whole;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AuditLogTest {

  private static final byte[] NOTHING = {};

  @TestHTTPResource("/")
  URI base;

  @Inject AgroalDataSource database;

  @Test
  void everyActIsOneEntryOfAWholeChain() throws Exception {
    Held held = Held.open(base);
    held.cast(held.ballot(0, 1).encode());
    held.close().decrypt(1).decrypt(2).publish();
    List<AuditEntry> entries = entries(held);
    assertThat(entries)
        .extracting(entry -> entry.who() + ": " + entry.action())
        .containsExactly(
            "official: create",
            "official: record the backup of the log key",
            "trustee 1: register a key",
            "trustee 2: register a key",
            "registrar: register 3 credentials, 0 made anew",
            "official: freeze",
            "trustee 1: ready",
            "trustee 2: ready",
            "registrar: ready",
            "official: open",
            "official: close",
            "trustee 1: decrypt",
            "trustee 2: decrypt",
            "official: publish");
    assertThat(entries).extracting(AuditEntry::refused).containsOnly(Optional.empty());
    byte[] log = log(held);
    assertThat(ChainCheck.check(new ByteArrayInputStream(log), Optional.empty()))
        .isInstanceOf(Whole.class);
    assertThat(Utf8.decode(log))
        .doesNotContain(Held.officialToken(), held.registrar(), held.trustee(1));
  }

  @Test
  void attemptsThatWereRefusedAreNoted() throws Exception {
    Held held = Held.draft(base).begin();
    assertThat(send(held, "/freeze", held.trustee(2))).isEqualTo("403 forbidden");
    assertThat(send(held, "/open", Held.officialToken())).isEqualTo("409 wrong-state");
    assertThat(send(held, "/freeze", Held.officialToken())).isEqualTo("409 wrong-state");
    assertThat(send(held, "/freeze", "A".repeat(43))).isEqualTo("401 unauthorized");
    assertThat(held.client().get(held.path("/decryption-task"), Held.officialToken()).problem())
        .isEqualTo("403 forbidden");
    assertThat(entries(held).subList(2, entries(held).size()))
        .extracting(entry -> entry.who() + ": " + entry.action() + ", " + entry.refused().get())
        .containsExactly(
            "trustee 2: freeze, forbidden",
            "official: open, wrong-state",
            "official: freeze, wrong-state");
  }

  @Test
  void whatIsNoElectionGetsIntoNoEntry() throws Exception {
    Held held = Held.draft(base);
    long before = all(held).size();
    String path = "/api/v1/elections/x%0A%1B%5B2J/freeze";
    Answer answer = held.client().send("POST", path, held.registrar(), NOTHING);
    assertThat(answer.problem()).isEqualTo("403 forbidden");
    List<AuditEntry> since = all(held).subList((int) before, all(held).size());
    assertThat(since)
        .anySatisfy(
            entry -> {
              assertThat(entry.role()).isEqualTo("registrar");
              assertThat(entry.election()).isEmpty();
            });
  }

  @Test
  void onlyTheOperatorReadsIt() throws Exception {
    Held held = Held.draft(base);
    for (String token : List.of(Held.officialToken(), held.registrar(), held.trustee(1))) {
      assertThat(held.client().get("/api/v1/audit-log", token).problem())
          .isEqualTo("403 forbidden");
    }
    assertThat(held.client().get("/api/v1/audit-log").problem()).isEqualTo("401 unauthorized");
    assertThat(held.client().get("/api/v1/audit-log", Held.operatorToken()).header("Content-Type"))
        .isEqualTo("application/jsonl");
  }

  @Test
  void theServiceItselfCannotChangeALine() throws Exception {
    Held.draft(base);
    for (String change :
        List.of(
            "UPDATE audit_line SET line = ''", "DELETE FROM audit_line", "TRUNCATE audit_line")) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        assertThatThrownBy(() -> statement.execute(change))
            .as(change)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("permission denied");
      }
    }
  }

  @Test
  void actsAtTheSameTimeMakeOneChain() throws Exception {
    Held held = Held.draft(base);
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> held.client().send("POST", held.path("/freeze"), held.trustee(1), NOTHING));
    assertThat(entries(held)).hasSize(41);
    assertThat(ChainCheck.check(new ByteArrayInputStream(log(held)), Optional.empty()))
        .isInstanceOf(Whole.class);
  }

  private static String send(Held held, String step, String token) {
    return held.client().send("POST", held.path(step), token, NOTHING).problem();
  }

  private static byte[] log(Held held) throws Exception {
    Answer answer = held.client().get("/api/v1/audit-log", Held.operatorToken());
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static List<AuditEntry> all(Held held) throws Exception {
    List<AuditEntry> entries = new ArrayList<>();
    for (String line : Utf8.decode(log(held)).lines().toList()) {
      entries.add(AuditEntry.decode(Utf8.encode(line)));
    }
    return entries;
  }

  private static List<AuditEntry> entries(Held held) throws Exception {
    return all(held).stream()
        .filter(entry -> entry.election().equals(Optional.of(held.uuid())))
        .toList();
  }
}
