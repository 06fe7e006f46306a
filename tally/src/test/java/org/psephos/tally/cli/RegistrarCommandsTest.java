package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.ready.RegistrarReady;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
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

  @Test
  void credentials_posts_the_list_whose_codes_it_keeps_and_the_same_list_again() throws Exception {
    HeldBoard board = HeldBoard.begun();
    Path voters = folder.resolve("voters.csv");
    Files.write(voters, Utf8.encode("ada\nbo\ncy\n"));
    String base = "/api/v1/elections/" + board.uuid();
    String status =
        "{\"uuid\":\"" + board.uuid() + "\",\"state\":\"KEYS\",\"group\":\"Ed25519\",\"closes\":5}";
    StubService service = new StubService(board).answer("GET " + base, Answer.of(200, status));
    String[] command = {
      "registrar",
      "credentials",
      service.link("registrar"),
      "--voters",
      voters.toString(),
      "--out",
      out.toString(),
      "--passphrase-file",
      passphrase.toString()
    };
    try (service) {
      assertThat(CommandRun.of(command).status()).isEqualTo(1);
      List<String> codes = Files.readAllLines(out.resolve("codes.csv"));
      CommandRun.of(command);
      assertThat(Files.readAllLines(out.resolve("codes.csv"))).isEqualTo(codes);
      assertThat(PosixFilePermissions.toString(mode(out.resolve("codes.csv"))))
          .isEqualTo("rw-------");
      List<byte[]> posted =
          service.requests().stream()
              .filter(r -> r.method().equals("PUT"))
              .map(StubService.Request::body)
              .toList();
      assertThat(posted).hasSize(2);
      assertThat(posted.get(1)).isEqualTo(posted.get(0));
      requireCodesOf(posted.get(0), codes, board.parties().uuid());
    }
  }

  private static Set<PosixFilePermission> mode(Path file) throws Exception {
    return Files.getPosixFilePermissions(file);
  }

  private static void requireCodesOf(byte[] list, List<String> lines, ElectionId uuid)
      throws Exception {
    Group group = Groups.named("Ed25519");
    CredentialList credentials = CredentialList.decode(list, group);
    assertThat(credentials.size()).isEqualTo(3);
    assertThat(lines).hasSize(4).first().isEqualTo("login,code");
    for (String line : lines.subList(1, 4)) {
      try (Code code = Code.read(line.substring(line.indexOf(',') + 1));
          CredentialKey key = code.derive(uuid, group)) {
        assertThat(credentials.contains(key.credential().encode())).isTrue();
      }
    }
  }
}
