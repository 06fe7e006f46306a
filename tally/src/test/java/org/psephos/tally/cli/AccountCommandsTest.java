package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class AccountCommandsTest {

  private static final String SESSION =
      "{\"expires\":1800000000,\"role\":\"official\",\"token\":\"" + StubService.TOKEN + "\"}";

  @TempDir private Path folder;
  private Path password;
  private Path chosen;
  private Path out;
  private StubService service;

  @BeforeEach
  void start() throws Exception {
    password = Files.write(folder.resolve("password"), Utf8.encode("the old one\n"));
    chosen = Files.write(folder.resolve("chosen"), Utf8.encode("the new one\n"));
    out = folder.resolve("out");
    service = new StubService(HeldBoard.frozen());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private CommandRun login(String... more) throws Exception {
    String[] words = {
      "official",
      "login",
      "--service",
      service.address().toString(),
      "--name",
      "ada",
      "--password-file",
      password.toString(),
      "--out",
      out.toString()
    };
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return CommandRun.of(all);
  }

  @Test
  void login_keeps_the_token_and_shows_no_secret() throws Exception {
    service.answer("POST /api/v1/login", Answer.of(200, SESSION));
    CommandRun run = login();
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("role: official").doesNotContain(StubService.TOKEN);
    assertThat(Files.readString(out).strip()).isEqualTo(StubService.TOKEN);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rw-------");
    assertThat(Utf8.decode(service.bodies("/login").get(0)))
        .isEqualTo("{\"name\":\"ada\",\"password\":\"the old one\"}");
  }

  @Test
  void login_sends_a_new_password_when_one_is_given() throws Exception {
    service.answer("POST /api/v1/login", Answer.of(200, SESSION));
    assertThat(login("--new-password-file", chosen.toString()).status()).isZero();
    assertThat(Utf8.decode(service.bodies("/login").get(0)))
        .contains("\"new_password\":\"the new one\"");
  }

  @Test
  void login_asks_for_a_new_password_when_the_old_one_is_for_once() throws Exception {
    service.answer("POST /api/v1/login", Answer.problem(409, "wrong-state"));
    CommandRun run = login();
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("for once", "--new-password-file");
    assertThat(out).doesNotExist();
  }

  @Test
  void login_refused_writes_nothing() throws Exception {
    service.answer("POST /api/v1/login", Answer.problem(401, "unauthorized"));
    CommandRun run = login();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("unauthorized");
    assertThat(out).doesNotExist();
  }

  @Test
  void invite_and_join_hand_a_link_on_in_files() throws Exception {
    Path token = Files.write(folder.resolve("token"), Utf8.encode(StubService.TOKEN));
    String link = service.address() + "/join#SECRET";
    service
        .answer("POST /api/v1/invitations", Answer.of(201, "{\"link\":\"" + link + "\"}"))
        .answer("POST /api/v1/invitations/accept", Answer.of(201, "{}"));
    CommandRun invited =
        CommandRun.of(
            "official",
            "invite",
            "--service",
            service.address().toString(),
            "--token-file",
            token.toString(),
            "--name",
            "bob",
            "--out",
            out.toString());
    assertThat(invited.err()).isEmpty();
    assertThat(invited.out()).doesNotContain("SECRET");
    assertThat(Files.readString(out).strip()).isEqualTo(link);
    CommandRun joined =
        CommandRun.of(
            "official",
            "join",
            "--link-file",
            out.toString(),
            "--new-password-file",
            chosen.toString());
    assertThat(joined.err()).isEmpty();
    assertThat(Utf8.decode(service.bodies("/accept").get(0)))
        .isEqualTo("{\"token\":\"SECRET\",\"password\":\"the new one\"}");
    assertThat(CommandRun.of("official", "join", "--link-file", chosen.toString()).status())
        .isEqualTo(2);
  }

  @Test
  void logout_sends_the_token() throws Exception {
    Path token = Files.write(folder.resolve("token"), Utf8.encode(StubService.TOKEN));
    service.answer("POST /api/v1/logout", Answer.of(204, ""));
    CommandRun run =
        CommandRun.of(
            "official",
            "logout",
            "--service",
            service.address().toString(),
            "--token-file",
            token.toString());
    assertThat(run.err()).isEmpty();
    assertThat(service.requests().get(0).authorization()).isEqualTo("Bearer " + StubService.TOKEN);
  }
}
