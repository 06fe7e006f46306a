package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.auditlog.AuditEntry;
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

  @Test
  void open_and_close_say_when_another_official_has_to_confirm() throws Exception {
    String path = "/api/v1/elections/" + board.uuid();
    Answer asked = Answer.of(202, "{}");
    try (StubService service =
        new StubService(board)
            .answer("POST " + path + "/open", asked)
            .answer("POST " + path + "/close", asked)
            .answer("GET " + path, status("READY"), status("OPEN"))) {
      CommandRun open = official(service, "open");
      assertThat(open.out()).contains("Another official", "state: READY");
      CommandRun close = official(service, "close");
      assertThat(close.out()).contains("Another official", "state: OPEN");
      assertThat(open.out() + close.out()).doesNotContain("Voting is");
    }
  }

  @Test
  void observer_keeps_the_link_in_a_private_file() throws Exception {
    String path = "POST /api/v1/elections/" + board.uuid() + "/observers";
    Path out = folder.resolve("observer.link");
    try (StubService service =
        new StubService(board).answer(path, Answer.of(201, "{\"link\":\"https://x/e/y#z\"}"))) {
      CommandRun run = official(service, "observer", "--out", out.toString());
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).doesNotContain("#z");
      assertThat(Utf8.decode(Files.readAllBytes(out))).isEqualTo("https://x/e/y#z\n");
      assertThat(official(service, "observer", "--out", out.toString()).status()).isNotZero();
    }
  }

  @Test
  void link_makes_one_anew_unless_it_could_not_be_kept() throws Exception {
    String path = "POST /api/v1/elections/" + board.uuid() + "/links";
    Path out = folder.resolve("trustee-2.link");
    try (StubService service =
        new StubService(board).answer(path, Answer.of(201, "{\"link\":\"https://x/e/y#z\"}"))) {
      CommandRun run = official(service, "link", "--trustee", "2", "--out", out.toString());
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).doesNotContain("#z");
      assertThat(Utf8.decode(Files.readAllBytes(out))).isEqualTo("https://x/e/y#z\n");
      assertThat(official(service, "link", "--registrar", "--out", out.toString()).status())
          .isEqualTo(2);
      assertThat(official(service, "link", "--registrar", "--out", out + "2").status()).isZero();
      assertThat(official(service, "link", "--out", out + "3").status()).isEqualTo(2);
      assertThat(service.bodies("/links"))
          .extracting(Utf8::decode)
          .containsExactly("{\"role\":\"trustee\",\"trustee\":2}", "{\"role\":\"registrar\"}");
    }
  }

  @Test
  void amend_sends_a_closing_time_or_a_notice() throws Exception {
    String path = "POST /api/v1/elections/" + board.uuid() + "/amendments";
    try (StubService service = new StubService(board).answer(path, status("OPEN"))) {
      String time = "2026-11-30T18:00:00+01:00";
      assertThat(official(service, "amend", "--closes", time).status()).isZero();
      assertThat(official(service, "amend", "--closes", "1796058001").status()).isZero();
      assertThat(official(service, "amend", "--notice", "Salle 7", "--language", "fr").status())
          .isZero();
      assertThat(service.bodies("/amendments"))
          .extracting(Utf8::decode)
          .containsExactly(
              "{\"closes\":1796058000}",
              "{\"closes\":1796058001}",
              "{\"notice\":{\"fr\":\"Salle 7\"}}");
      assertThat(official(service, "amend").status()).isEqualTo(2);
      assertThat(official(service, "amend", "--closes", "tomorrow").status()).isEqualTo(2);
      assertThat(service.bodies("/amendments")).hasSize(3);
    }
  }

  @Test
  void audit_log_is_fetched_and_verified() throws Exception {
    byte[] line = entry(0, AuditEntry.BEGINNING, "create").encode();
    Path log = folder.resolve("log");
    try (StubService service =
        new StubService(board)
            .answer("GET /api/v1/audit-log", Answer.of(200, Utf8.decode(line) + "\n"))) {
      CommandRun run =
          CommandRun.of(
              "official",
              "audit-log",
              "fetch",
              "--service",
              service.address().toString(),
              "--token-file",
              token.toString(),
              "--out",
              log.toString());
      assertThat(run.err()).isEmpty();
      assertThat(service.requests().get(0).authorization())
          .isEqualTo("Bearer " + StubService.TOKEN);
    }
    CommandRun whole = CommandRun.of("official", "audit-log", "verify", log.toString());
    assertThat(whole.status()).isZero();
    assertThat(whole.out()).contains("entries: 1", "head: ");
    String head = whole.out().replaceAll("(?s).*head: (\\w+).*", "$1");
    assertThat(
            CommandRun.of("official", "audit-log", "verify", log.toString(), "--expect-head", head)
                .status())
        .isZero();
  }

  @Test
  void audit_log_verify_names_the_first_broken_line() throws Exception {
    AuditEntry first = entry(0, AuditEntry.BEGINNING, "create");
    AuditEntry second = entry(1, first.hash(), "open");
    AuditEntry third = entry(2, second.hash(), "close");
    Path log = folder.resolve("log");
    Files.write(log, Utf8.encode(Utf8.decode(first.encode()) + "\n" + Utf8.decode(third.encode())));
    CommandRun broken = CommandRun.of("official", "audit-log", "verify", log.toString());
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.err()).contains("line 2 is wrong");
    assertThat(broken.out()).isEmpty();
    assertThat(CommandRun.of("official", "audit-log", "verify", "/no/such/file").status())
        .isEqualTo(2);
  }

  private static AuditEntry entry(long number, Digest previous, String action) {
    return new AuditEntry(
        number, previous, 7, "official", "ada", action, Optional.empty(), Optional.empty());
  }
}
