package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.BoardOverHttp;
import org.psephos.api.fixture.Client;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.OpenEntry;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;

/** Elections that open and close by themselves. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class ScheduleTest {

  @TestHTTPResource("/")
  URI base;

  private Held frozen(long opens, long closes) throws Exception {
    Json.Obj draft = Drafts.with(Drafts.minimal("Ed25519"), "schedule");
    draft = JsonEdit.replace(draft, "opens", new Json.Int(opens));
    draft = JsonEdit.replace(draft, "closes", new Json.Int(closes));
    return Held.draft(base, draft).begin().bringKeys().bringCredentials(2).freeze();
  }

  @Test
  void opensAndClosesAtItsTimes() throws Exception {
    long now = Instant.now().getEpochSecond();
    Held held = frozen(now + 5, now + 10).makeReady();
    assertThat(held.state()).isEqualTo("READY");
    held.awaitState("OPEN");
    assertThat(held.cast(held.ballot(0, 1).encode()).status()).isEqualTo(201);
    held.awaitState("TALLYING").decrypt(1).decrypt(2).publish();
    List<BoardEntry> entries = BoardOverHttp.read(held).entries();
    assertThat(entries)
        .filteredOn(OpenEntry.class::isInstance)
        .singleElement()
        .satisfies(e -> assertThat(((OpenEntry) e).time()).isBetween(now + 5, now + 9));
    assertThat(entries)
        .filteredOn(EndBallotsEntry.class::isInstance)
        .singleElement()
        .satisfies(e -> assertThat(((EndBallotsEntry) e).time()).isBetween(now + 10, now + 20));
    Answer log = held.client().get("/api/v1/audit-log", Held.operatorToken());
    assertThat(Utf8.decode(log.body()).lines())
        .filteredOn(line -> line.contains(held.uuid()) && line.contains("\"role\":\"service\""))
        .hasSize(2)
        .allMatch(line -> line.contains("\"who\":\"schedule\""));
  }

  @Test
  void saysWhyItDoesNotOpenAndOpensOnceItCan() throws Exception {
    long now = Instant.now().getEpochSecond();
    Held held = frozen(now - 10, now + 3600);
    for (int i = 0; i < 200 && failure(held).isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(failure(held)).contains("expected 2 trustees and the registrar ready");
    assertThat(held.state()).isEqualTo("READY");
    held.makeReady().awaitState("OPEN");
    assertThat(held.status().json().members()).doesNotContainKey("schedule_failure");
  }

  @Test
  void leavesAloneWhatAnOfficialDidByHandAndObeysAmendments() throws Exception {
    long now = Instant.now().getEpochSecond();
    Held held = frozen(now - 10, now + 7).makeReady();
    held.awaitState("OPEN");
    long later = Instant.now().getEpochSecond() + 3600;
    byte[] amendment = Json.Obj.with("closes", later).build().toBytes();
    assertThat(
            held.client()
                .send("POST", held.path("/amendments"), Held.officialToken(), amendment)
                .status())
        .isEqualTo(200);
    Thread.sleep(Math.max(0, (now + 10) * 1000 - System.currentTimeMillis()));
    assertThat(held.state()).isEqualTo("OPEN");
    held.cancel();
    assertThat(held.state()).isEqualTo("CANCELLED");
  }

  @Test
  void anElectionWithoutScheduleWaitsForItsOfficial() throws Exception {
    Held held = Held.draft(base).begin().bringKeys().bringCredentials(1).freeze().makeReady();
    Thread.sleep(2500);
    assertThat(held.state()).isEqualTo("READY");
    assertThat(held.open().state()).isEqualTo("OPEN");
  }

  @Test
  void aScheduleAndTwoOfficialsExcludeEachOther() throws Exception {
    Json.Obj draft = Drafts.with(Drafts.minimal("Ed25519"), "schedule");
    draft = Drafts.with(draft, "two_officials");
    Answer refused =
        new Client(base).send("POST", "/api/v1/elections", Held.officialToken(), draft.toBytes());
    assertThat(refused.problem()).isEqualTo("400 malformed");
    assertThat(refused.text("detail")).contains("schedule", "two_officials");
  }

  private static String failure(Held held) {
    Json reason = held.status().json().members().get("schedule_failure");
    return reason instanceof Json.Text text ? text.value() : "";
  }
}
