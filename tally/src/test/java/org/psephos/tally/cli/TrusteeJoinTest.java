package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;
import org.psephos.tally.keyring.KeyLock;

class TrusteeJoinTest extends TrusteeDesk {

  @Test
  void join_keeps_the_key_before_it_posts_and_posts_the_same_key_again() throws Exception {
    HeldBoard board = HeldBoard.begun();
    String base = "/api/v1/elections/" + board.uuid();
    String status =
        "{\"uuid\":\"" + board.uuid() + "\",\"state\":\"KEYS\",\"group\":\"Ed25519\",\"closes\":5}";
    try (StubService service =
        new StubService(board)
            .answer("GET " + base, Answer.of(200, status))
            .answer("GET " + base + "/ceremony/seat", Answer.of(200, "{\"owner\":1}"))
            .answer(
                "PUT " + base + "/trustees",
                Answer.problem(503, "overloaded"),
                Answer.of(201, "{}"))) {
      assertThat(run(service, "join").status()).isEqualTo(1);
      byte[] kept = Files.readAllBytes(key);
      assertThat(run(service, "join").status()).isZero();
      assertThat(Files.readAllBytes(key)).isEqualTo(kept);
      List<String> keys =
          service.bodies("/trustees").stream()
              .map(JsonEdit::open)
              .map(body -> JsonEdit.text(body, "public_key"))
              .toList();
      assertThat(keys).hasSize(2);
      assertThat(keys.get(1)).isEqualTo(keys.get(0));
    }
  }

  @Test
  void a_second_process_does_not_make_a_second_key_in_the_same_file() throws Exception {
    HeldBoard board = HeldBoard.begun();
    String base = "/api/v1/elections/" + board.uuid();
    String status =
        "{\"uuid\":\"" + board.uuid() + "\",\"state\":\"KEYS\",\"group\":\"Ed25519\",\"closes\":5}";
    try (StubService service =
        new StubService(board)
            .answer("GET " + base, Answer.of(200, status))
            .answer("GET " + base + "/ceremony/seat", Answer.of(200, "{\"owner\":1}"))
            .answer("PUT " + base + "/trustees", Answer.of(201, "{}"))) {
      CommandRun second = KeyLock.holding(key, () -> run(service, "join"));
      assertThat(second.status()).isEqualTo(1);
      assertThat(second.err()).contains("another process is making the key");
      assertThat(Files.exists(key)).isFalse();
      assertThat(run(service, "join").status()).isZero();
      assertThat(Files.exists(folder.resolve("trustee.key.lock"))).isFalse();
    }
  }

  @Test
  void a_service_that_does_not_answer_gives_exit_status_3() throws Exception {
    HeldBoard board = HeldBoard.begun();
    String link;
    try (StubService service = new StubService(board)) {
      link = service.link("trustee");
    }
    CommandRun run =
        CommandRun.of(
            "trustee",
            "join",
            link,
            "--key-file",
            key.toString(),
            "--passphrase-file",
            passphrase.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).doesNotContain(StubService.TOKEN);
    assertThat(Files.exists(key)).isFalse();
  }
}
