package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class OfficialCommandsTest {

  @TempDir private Path folder;
  private Path token;
  private HeldBoard board;

  @BeforeEach
  void writeToken() throws Exception {
    token = folder.resolve("token");
    Files.write(token, Utf8.encode(StubService.TOKEN));
    board = HeldBoard.frozen();
  }

  private Answer status(String state) {
    String json =
        """
        {"uuid":"%s","state":"%s","mode":"election","group":"Ed25519","name":"x",
         "opens":1,"closes":2,"minimum_ballots":0,"trustees":[]}
        """;
    return Answer.of(200, json.formatted(board.uuid(), state));
  }

  private CommandRun official(StubService service, String command, String... more)
      throws Exception {
    String[] words = new String[5 + more.length];
    words[0] = "official";
    words[1] = command;
    words[2] = service.address() + "/e/" + board.uuid();
    words[3] = "--token-file";
    words[4] = token.toString();
    System.arraycopy(more, 0, words, 5, more.length);
    return CommandRun.of(words);
  }

  @Test
  void close_waits_until_the_ballots_are_summed() throws Exception {
    String path = "/api/v1/elections/" + board.uuid();
    try (StubService service =
        new StubService(board)
            .answer("POST " + path + "/close", status("CLOSED"))
            .answer("GET " + path, status("CLOSED"), status("CLOSED"), status("TALLYING"))) {
      CommandRun run = official(service, "close");
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("state: TALLYING");
      assertThat(service.bodies("/close")).hasSize(1);
      assertThat(service.requests()).hasSize(4);
    }
  }

  @Test
  void close_says_so_when_the_sums_take_longer_than_asked() throws Exception {
    String path = "/api/v1/elections/" + board.uuid();
    try (StubService service =
        new StubService(board)
            .answer("POST " + path + "/close", status("CLOSED"))
            .answer("GET " + path, status("CLOSED"))) {
      CommandRun run = official(service, "close", "--wait", "0");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("still summing");
      assertThat(run.out()).isEmpty();
    }
  }
}
