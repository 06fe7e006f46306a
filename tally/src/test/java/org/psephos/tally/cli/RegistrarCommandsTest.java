package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.keyfile.KeyFile;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class RegistrarCommandsTest {

  private static final String PASSPHRASE = "correct horse";

  @TempDir private Path folder;
  private Path passphrase;
  private Path out;

  @BeforeEach
  void writePassphrase() throws Exception {
    passphrase = folder.resolve("passphrase");
    out = folder.resolve("out");
    Files.write(passphrase, Utf8.encode(PASSPHRASE));
  }

  private void keep(HeldBoard board, SigningKey key, byte[] list) throws Exception {
    Files.createDirectories(out);
    KeyFileHeader header =
        new KeyFileHeader(
            KeyFileHeader.Role.REGISTRAR, board.parties().uuid(), key.verifyingKey().hex());
    Files.write(
        out.resolve("registrar.key"),
        KeyFile.seal(header, key.exposeSeed(), PASSPHRASE.toCharArray(), SeededRandom.of("seal"))
            .encode());
    Files.write(out.resolve("public-credentials.json"), list);
  }

  private CommandRun ready(StubService service) throws Exception {
    return CommandRun.of(
        "registrar",
        "ready",
        service.link("registrar"),
        "--dir",
        out.toString(),
        "--passphrase-file",
        passphrase.toString());
  }

  private static StubService serving(HeldBoard board) throws Exception {
    return new StubService(board)
        .answer("POST /api/v1/elections/" + board.uuid() + "/ready", Answer.of(201, "{}"));
  }

  @Test
  void ready_signs_the_board_that_holds_the_own_list() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    keep(board, board.registrar(), board.parties().credentials().encode());
    try (StubService service = serving(board)) {
      CommandRun run = ready(service);
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      RegistrarReady ready = RegistrarReady.decode(BoardObject.of(service.bodies("/ready").get(0)));
      assertThat(ready.holds(board.context(), board.registrarKey())).isTrue();
    }
  }

  @Test
  void ready_is_refused_if_the_board_holds_another_list() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    byte[] list = board.parties().credentials().encode();
    list[list.length - 4] ^= 1;
    keep(board, board.registrar(), list);
    try (StubService service = serving(board)) {
      CommandRun run = ready(service);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("another list of credentials");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void ready_is_refused_if_the_manifest_pins_another_registrar() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    SigningKey other = SigningKey.generate(SeededRandom.of("other registrar"));
    keep(board, other, board.parties().credentials().encode());
    try (StubService service = serving(board)) {
      CommandRun run = ready(service);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("another registrar");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void ready_is_said_once() throws Exception {
    HeldBoard board = HeldBoard.frozen().sayReady();
    keep(board, board.registrar(), board.parties().credentials().encode());
    try (StubService service = serving(board)) {
      assertThat(ready(service).out()).contains("said before");
      assertThat(service.requests()).isEmpty();
    }
  }
}
