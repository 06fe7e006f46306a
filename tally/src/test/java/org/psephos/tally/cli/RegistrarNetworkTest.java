package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.keyfile.KeyFile;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.RegistrarScene;

/** Nothing that the registrar keeps secret is in any request of any of the registrar's commands. */
class RegistrarNetworkTest {

  private static final String[] NAMES = {"Lovelace", "Derek", "Zebedee"};
  private static final String[] LOGINS = {"ada.l@example.org", "bo.d@example.org", "cyzz"};

  @TempDir private Path folder;

  /** Every code, also without dashes, and every group of it that is long enough to matter. */
  private static void assertSilent(RegistrarScene scene, List<String> privateLists) {
    List<String> secrets = new ArrayList<>(List.of(NAMES));
    secrets.addAll(List.of(LOGINS));
    secrets.add(RegistrarScene.PASSPHRASE);
    for (String list : privateLists) {
      for (String line : list.lines().skip(1).toList()) {
        String code = line.split(",", -1)[1];
        secrets.add(code);
        secrets.add(code.replace("-", ""));
        secrets.addAll(List.of(code.substring(0, 12), code.substring(12, 24)));
      }
    }
    assertThat(secrets).hasSizeGreaterThan(15);
    assertThat(scene.service().heard()).isNotEmpty();
    for (String request : scene.service().heard()) {
      assertThat(request).doesNotContainIgnoringCase(secrets.toArray(String[]::new));
    }
  }

  @Test
  void making_and_replacing_codes_sends_public_credentials_only() throws Exception {
    try (RegistrarScene scene = new RegistrarScene(HeldBoard.begun(), "KEYS", folder)) {
      StringBuilder voters = new StringBuilder("login,name\n");
      for (int i = 0; i < 3; i++) {
        voters.append(LOGINS[i]).append(',').append(NAMES[i]).append('\n');
      }
      Path list = scene.voters(voters.toString());
      assertThat(CommandRun.of(scene.credentials(list)).status()).isZero();
      String first = Files.readString(scene.codes());
      String dir = scene.out().toString();
      String[] reissue = scene.command("reissue", "--dir", dir, "--login", LOGINS[1]);
      assertThat(CommandRun.of(reissue).status()).isZero();
      String second = Files.readString(scene.codes());
      assertThat(second).isNotEqualTo(first);
      assertThat(CommandRun.of(scene.credentials(list)).status()).isZero();
      assertThat(scene.posted()).hasSize(3);
      assertSilent(scene, List.of(first, second));
    }
  }

  @Test
  void checking_the_board_and_printing_letters_sends_nothing_of_them() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    try (RegistrarScene scene = new RegistrarScene(board, "READY", folder)) {
      scene.keepHeldCodes(
          ",name",
          LOGINS[0] + ",#," + NAMES[0],
          LOGINS[1] + ",#," + NAMES[1],
          LOGINS[2] + ",#," + NAMES[2]);
      keepKey(scene, board);
      scene
          .service()
          .answer(
              "POST /api/v1/elections/" + board.uuid() + "/ready",
              request -> org.psephos.tally.fixture.StubService.Answer.of(201, "{}"));
      String dir = scene.out().toString();
      assertThat(CommandRun.of(scene.command("ready", "--dir", dir)).status()).isZero();
      for (String command : List.of("letters", "protocol")) {
        CommandRun run =
            CommandRun.of(
                "registrar",
                command,
                scene.service().link("registrar"),
                "--dir",
                dir,
                "--zone",
                "UTC",
                "--out",
                folder.resolve(command + ".html").toString());
        assertThat(run.status()).as(run.err()).isZero();
      }
      assertSilent(scene, List.of(Files.readString(scene.codes())));
    }
  }

  private static void keepKey(RegistrarScene scene, HeldBoard board) throws Exception {
    KeyFileHeader header =
        new KeyFileHeader(
            KeyFileHeader.Role.REGISTRAR, board.parties().uuid(), board.registrarKey().hex());
    Files.write(
        scene.out().resolve("registrar.key"),
        KeyFile.seal(
                header,
                board.registrar().exposeSeed(),
                RegistrarScene.PASSPHRASE.toCharArray(),
                SeededRandom.of("seal"))
            .encode());
    Files.write(
        scene.out().resolve("public-credentials.json"), board.parties().credentials().encode());
  }
}
