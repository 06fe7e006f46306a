package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.JsonEdit;

/** A real election names a rehearsal that was held here, or a waiver; nothing else opens it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class RehearsalTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void aTalliedRehearsalLetsARealElectionOpen() throws Exception {
    Held rehearsal = rehearsal();
    rehearsal.freeze().makeReady().open();
    rehearsal.cast(rehearsal.ballot(0, 1).encode());
    rehearsal.close().decrypt(1).decrypt(2).publish();
    Held held = naming(head(rehearsal));
    held.freeze().makeReady().open();
    assertThat(held.state()).isEqualTo("OPEN");
  }

  @Test
  void anUnfinishedRehearsalDoesNot() throws Exception {
    Held rehearsal = rehearsal().freeze().makeReady().open();
    assertRefused(naming(head(rehearsal)), "has no result yet; it is in OPEN");
    assertRefused(naming(head(rehearsal().cancel())), "has no result yet; it is in CANCELLED");
  }

  @Test
  void neitherDoesARealElectionNorAnUnknownOneNorAnotherHead() throws Exception {
    Held real = Held.open(base).close().decrypt(1).decrypt(2).publish();
    assertRefused(naming(head(real)), "is no rehearsal");
    Held rehearsal = rehearsal().freeze().makeReady().open().close();
    rehearsal.decrypt(1).decrypt(2).publish();
    Json.Obj head = head(rehearsal);
    assertRefused(
        naming(JsonEdit.replace(head, "origin", "localhost:8081/board/elsewhere")),
        "there is no election here");
    assertRefused(
        naming(JsonEdit.replace(head, "root", "0".repeat(64))), "not those of the rehearsal");
    assertRefused(naming(JsonEdit.replace(head, "size", new Json.Int(3))), "not those");
  }

  @Test
  void whoSaysNothingAboutItCannotFreezeUntilTheySay() throws Exception {
    Json.Obj silent = JsonEdit.remove(Drafts.minimal("Ed25519"), "rehearsal");
    Held held = Held.draft(base, silent).begin().bringKeys().bringCredentials(2);
    assertRefused(held, "name one that was held, or say why there was none");
    byte[] reason = Utf8.encode("{\"rehearsal\":{\"waiver\":\"No time.\"}}");
    held.client().send("PATCH", held.path(""), Held.officialToken(), reason);
    assertThat(held.freeze().state()).isEqualTo("READY");
  }

  @Test
  void aRehearsalNeedsNone() throws Exception {
    Json.Obj silent = JsonEdit.remove(Drafts.minimal("Ed25519"), "rehearsal");
    Json.Obj draft = JsonEdit.replace(silent, "mode", "rehearsal");
    Held held = Held.draft(base, draft).begin().bringKeys().bringCredentials(2);
    assertThat(held.freeze().state()).isEqualTo("READY");
  }

  /** With everything that freezing needs. */
  private Held rehearsal() throws Exception {
    Json.Obj draft = JsonEdit.replace(Drafts.minimal("Ed25519"), "mode", "rehearsal");
    return Held.draft(base, draft).begin().bringKeys().bringCredentials(2);
  }

  private Held naming(Json.Obj head) throws Exception {
    Json.Obj draft = JsonEdit.replace(Drafts.minimal("Ed25519"), "rehearsal", head);
    return Held.draft(base, draft).begin().bringKeys().bringCredentials(2);
  }

  private static Json.Obj head(Held held) {
    Json.Obj status = held.status().json();
    Json.Obj board = (Json.Obj) status.members().get("board");
    return Json.Obj.with("origin", status.members().get("origin"))
        .and("root", board.members().get("root"))
        .and("size", board.members().get("size"))
        .build();
  }

  private static void assertRefused(Held held, String why) {
    Answer answer = held.official("/freeze");
    assertThat(answer.problem()).isEqualTo("409 wrong-state");
    assertThat(answer.text("detail")).startsWith("rehearsal: ").contains(why);
    assertThat(held.state()).isEqualTo("KEYS");
  }
}
