package org.psephos.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.entry.OpenEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.fixture.BoardServer;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Step;

/** The command on boards that a server publishes. */
class VerifyServerTest {

  private final ElectionScript script = ElectionScript.fast();
  private final String uuid = script.uuid.value();
  private BoardServer server;

  @BeforeEach
  void start() throws IOException {
    server = new BoardServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/e/", "/board/"})
  void an_honest_election_is_verified_from_either_address(String page) {
    server.serve(uuid, script.hold().files());
    Run run = Run.of(server.address() + page + uuid);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out().lines().toList().get(1)).startsWith("Verdict      VERIFIED.");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void nothing_but_the_board_is_asked_for_and_nothing_twice() {
    server.serve(uuid, script.hold().files());
    Run.of(server.address() + "/e/" + uuid + "#secret");
    assertThat(server.asked())
        .allMatch(path -> path.startsWith("/board/" + uuid + "/"))
        .noneMatch(path -> path.contains("secret"));
    assertThat(server.asked().stream().filter(path -> path.contains("/checkpoint"))).hasSize(1);
  }

  @Test
  void a_falsified_board_exits_with_1_and_names_the_check() {
    script.instead(Step.OPEN, s -> s.append(new OpenEntry(1_600_000_000)));
    server.serve(uuid, script.hold().files());
    Run run = Run.of("--json", server.address() + "/e/" + uuid);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.verdict()).isEqualTo("falsified");
    assertThat(run.out()).contains("\"id\":\"V07\",\"title\":\"Times\",\"status\":\"failed\"");
  }

  @Test
  void an_election_that_is_not_over_exits_with_3_or_on_demand_with_0() {
    server.serve(uuid, script.holdUntil(Step.VOTE).files());
    String address = server.address() + "/e/" + uuid;
    Run run = Run.of("--json", address);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.verdict()).isEqualTo("incomplete");
    Run allowed = Run.of("--json", "--allow-partial", address);
    assertThat(allowed.exitCode()).isZero();
    assertThat(allowed.verdict()).isEqualTo("incomplete");
  }

  @Test
  void a_board_that_is_not_there_is_unreadable() {
    assertUnreadable(server.address() + "/e/" + uuid);
  }

  @Test
  void a_server_that_fails_makes_the_board_unreadable_and_not_falsified() {
    Map<String, byte[]> files = new TreeMap<>(script.hold().files());
    server.serve(uuid, files);
    String some =
        files.keySet().stream().filter(path -> path.startsWith("object/")).findFirst().get();
    server.on("/board/" + uuid + "/" + some, BoardServer.send(503, new byte[0]));
    assertUnreadable(server.address() + "/e/" + uuid);
  }

  @Test
  void a_server_that_nobody_runs_is_unreadable() {
    String address = server.address();
    server.close();
    assertUnreadable(address + "/e/" + uuid);
  }

  @Test
  void a_redirect_is_not_followed() throws IOException {
    try (BoardServer other = new BoardServer()) {
      other.serve(uuid, script.hold().files());
      String target = other.address() + "/board/" + uuid + "/checkpoint";
      server.on("/board/" + uuid + "/checkpoint", BoardServer.redirect(target));
      Run run = assertUnreadable(server.address() + "/e/" + uuid);
      assertThat(run.out()).contains("redirects are not followed");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void an_object_that_is_too_large_is_not_kept_in_memory() {
    server.serve(uuid, script.hold().files());
    String path = "object/" + Digest.sha256(script.ballots.get(0)).hex();
    server.on("/board/" + uuid + "/" + path, BoardServer.send(200, new byte[(1 << 20) + 1]));
    Run run = Run.of("--json", server.address() + "/e/" + uuid);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("\"id\":\"V02\"").contains("at most 1048576 bytes");
  }

  @Test
  void a_checkpoint_that_promises_too_much_ends_soon() {
    Map<String, byte[]> files = new TreeMap<>(script.hold().files());
    String note = utf8(files.get("checkpoint"));
    files.put("checkpoint", Utf8.encode(note.replace("\n21\n", "\n9000000000000000\n")));
    server.serve(uuid, files);
    Run run = Run.of("--json", server.address() + "/e/" + uuid);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("\"id\":\"V03\",\"title\":\"Checkpoint signature\",\"status\":\"failed\"");
  }

  private Run assertUnreadable(String address) {
    Run run = Run.of("--json", address);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(2);
    assertThat(run.verdict()).isEqualTo("unreadable");
    assertThat(run.err()).isEmpty();
    return run;
  }

  private static String utf8(byte[] bytes) {
    try {
      return Utf8.decode(bytes);
    } catch (DecodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
