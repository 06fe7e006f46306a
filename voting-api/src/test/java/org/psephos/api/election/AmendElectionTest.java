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
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class AmendElectionTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void aLaterClosingTimeHoldsForClosingAndForBallots() throws Exception {
    Held held = Held.open(base);
    long later = Instant.now().getEpochSecond() + 4;
    Answer amended = amend(held, "{\"closes\":" + later + "}");
    assertThat(amended.status()).isEqualTo(200);
    assertThat(amended.json().members().get("closes")).isEqualTo(new Json.Int(later));
    Answer early = held.official("/close");
    assertThat(early.problem()).isEqualTo("409 wrong-state");
    assertThat(early.text("detail")).contains("not before " + later);
    assertThat(held.cast(held.ballot(0, 1).encode()).status()).isEqualTo(201);
    Thread.sleep(Math.max(0, (later + 1) * 1000 - System.currentTimeMillis()));
    held.close();
    assertThat(held.status().json().members().get("closes")).isEqualTo(new Json.Int(later));
  }

  @Test
  void closingNeverMovesToAnEarlierTime() throws Exception {
    Held held = Held.open(base);
    long later = Instant.now().getEpochSecond() + 3600;
    assertThat(amend(held, "{\"closes\":" + later + "}").status()).isEqualTo(200);
    for (long time : List.of(later - 1, 3L)) {
      assertThat(amend(held, "{\"closes\":" + time + "}").problem()).isEqualTo("409 wrong-state");
    }
    assertThat(amendments(held)).hasSize(1);
    assertThat(amend(held, "{\"closes\":" + (later + 1) + "}").status()).isEqualTo(200);
    assertThat(amendments(held)).hasSize(2);
  }

  @Test
  void everyoneReadsANotice() throws Exception {
    Held held = Held.open(base);
    assertThat(held.status().json().members()).doesNotContainKey("amendments");
    assertThat(amend(held, "{\"notice\":{\"en\":\"Room 7.\",\"fr\":\"Salle 7.\"}}").status())
        .isEqualTo(200);
    Json.Obj row = (Json.Obj) amendments(held).get(0);
    assertThat(row.members().get("notice"))
        .isEqualTo(Drafts.parse("{\"en\":\"Room 7.\",\"fr\":\"Salle 7.\"}"));
    long index = ((Json.Int) row.members().get("index")).value();
    AmendmentEntry entry = (AmendmentEntry) BoardOverHttp.read(held).entry(index);
    AmendmentEntry.Notice notice = (AmendmentEntry.Notice) entry.change();
    assertThat(Utf8.decode(held.object(notice.notice())))
        .isEqualTo("{\"en\":\"Room 7.\",\"fr\":\"Salle 7.\"}");
  }

  @Test
  void nothingElseCanBeAmended() throws Exception {
    Held held = Held.open(base);
    for (String body :
        List.of(
            "{}",
            "{\"opens\":5}",
            "{\"closes\":-1}",
            "{\"closes\":\"5\"}",
            "{\"closes\":99999999999,\"notice\":{\"en\":\"x\"}}",
            "{\"notice\":{}}",
            "{\"notice\":{\"en\":\"\"}}",
            "{\"notice\":{\"not a tag\":\"x\"}}",
            "{\"notice\":\"x\"}")) {
      assertThat(amend(held, body).problem()).as(body).isEqualTo("400 malformed");
    }
    assertThat(held.status().json().members()).doesNotContainKey("amendments");
  }

  private static Answer amend(Held held, String body) throws Exception {
    return held.client()
        .send("POST", held.path("/amendments"), Held.officialToken(), Utf8.encode(body));
  }

  private static List<Json> amendments(Held held) {
    return ((Json.Arr) held.status().json().members().get("amendments")).items();
  }
}
