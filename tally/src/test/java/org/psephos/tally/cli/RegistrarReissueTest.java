package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.ListChange;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.RegistrarScene;

/** New codes for some voters: before Setup only, and never half. */
class RegistrarReissueTest {

  @TempDir private Path folder;
  private RegistrarScene scene;

  @BeforeEach
  void begin() throws Exception {
    scene = new RegistrarScene(HeldBoard.begun(), "KEYS", folder);
    CommandRun run = CommandRun.of(scene.credentials(scene.voters("ada\nbo\ncy\ndi\n")));
    assertThat(run.status()).isZero();
  }

  @AfterEach
  void end() {
    scene.close();
  }

  private CommandRun reissue(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--dir", scene.out().toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(scene.command("reissue", arguments.toArray(String[]::new)));
  }

  private List<String> lines() throws Exception {
    return Files.readAllLines(scene.codes());
  }

  private Path next() {
    return scene.out().resolve("codes.next.csv");
  }

  @Test
  void those_named_get_new_codes_and_the_board_counts_them() throws Exception {
    List<String> before = lines();
    Path file = folder.resolve("logins");
    Files.write(file, Utf8.encode("\n DI \n"));
    CommandRun run = reissue("--login", "bo", "--logins-file", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains(
            "4 public credentials are posted: 2 new, 2 as before, 2 gone",
            "Codes made anew, as the board shows: 2.");
    assertThat(lines()).hasSize(5).contains(before.get(1), before.get(3));
    assertThat(lines()).doesNotContain(before.get(2), before.get(4));
    assertThat(scene.posted()).hasSize(2);
    assertThat(ListChange.between(scene.posted().get(0), scene.posted().get(1)))
        .isEqualTo(new ListChange(2, 2, 2));
    assertThat(Files.readAllBytes(scene.out().resolve("public-credentials.json")))
        .isEqualTo(scene.posted().get(1).encode());
    assertThat(Files.exists(next())).isFalse();
  }

  @Test
  void strangers_and_nobody_are_refused_before_anything_is_made() throws Exception {
    List<String> before = lines();
    assertThat(reissue("--login", "bo", "--login", "eve").err()).contains("not on the list: eve");
    assertThat(reissue().status()).isEqualTo(2);
    assertThat(lines()).isEqualTo(before);
    assertThat(scene.posted()).hasSize(1);
    assertThat(Files.exists(next())).isFalse();
  }

  @Test
  void after_setup_every_voter_keeps_the_code() throws Exception {
    List<String> before = lines();
    scene.become("READY");
    CommandRun run = reissue("--login", "bo");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("every voter keeps the code", "registrar letters --login");
    assertThat(lines()).isEqualTo(before);
    assertThat(scene.posted()).hasSize(1);
  }

  @Test
  void codes_that_the_service_refuses_are_forgotten() throws Exception {
    List<String> before = lines();
    scene.answerWith(409);
    assertThat(reissue("--login", "bo").status()).isEqualTo(1);
    assertThat(lines()).isEqualTo(before);
    assertThat(Files.exists(next())).isFalse();
    scene.answerWith(200);
    assertThat(reissue("--login", "bo").status()).isZero();
    assertThat(lines()).isNotEqualTo(before);
  }

  @Test
  void a_run_whose_answer_was_lost_is_finished_by_the_next_one() throws Exception {
    List<String> before = lines();
    scene.answerWith(503);
    assertThat(reissue("--login", "bo").status()).isEqualTo(1);
    assertThat(lines()).isEqualTo(before);
    List<String> waiting = Files.readAllLines(next());

    scene.answerWith(200);
    CommandRun blocked = CommandRun.of(scene.credentials(folder.resolve("voters.csv")));
    assertThat(blocked.status()).isEqualTo(1);
    assertThat(blocked.err()).contains("finish that with: registrar reissue");

    CommandRun run = reissue("--login", "bo");
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("finished a run that was interrupted");
    assertThat(lines()).isEqualTo(waiting);
    assertThat(Files.exists(next())).isFalse();
    assertThat(scene.posted()).hasSize(3);
    assertThat(scene.posted().get(2).encode()).isEqualTo(scene.posted().get(1).encode());
    assertThat(CommandRun.of(scene.credentials(folder.resolve("voters.csv"))).status()).isZero();
  }

  @Test
  void once_frozen_the_board_decides_which_codes_count() throws Exception {
    scene.close();
    Path other = Files.createDirectory(folder.resolve("frozen"));
    try (RegistrarScene frozen = new RegistrarScene(HeldBoard.frozen(), "READY", other)) {
      frozen.keepHeldCodes("", "ada,#", "bo,#", "cy,#");
      byte[] listed = Files.readAllBytes(frozen.codes());
      Path waiting = frozen.out().resolve("codes.next.csv");
      Files.move(frozen.codes(), waiting);
      frozen.keepHeldCodes("", "ada,#", "bo,#", "cy,#");
      String text = Utf8.decode(listed);
      List<String> codes = RegistrarScene.heldCodes();
      String swapped =
          text.replace(codes.get(0) + ",1", "?")
              .replace(codes.get(1) + ",2", codes.get(0) + ",2")
              .replace("?", codes.get(1) + ",1");
      Files.write(frozen.codes(), Utf8.encode(swapped));
      String[] command =
          frozen.command("reissue", "--dir", frozen.out().toString(), "--login", "bo");
      assertThat(CommandRun.of(command).err()).contains("every voter keeps the code");
      assertThat(Files.exists(waiting)).isFalse();
      assertThat(Files.readAllBytes(frozen.codes())).isEqualTo(listed);

      Files.copy(frozen.codes(), waiting, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      Files.write(waiting, Utf8.encode(swapped));
      CommandRun.of(command);
      assertThat(Files.exists(waiting)).isFalse();
      assertThat(Files.readAllBytes(frozen.codes())).isEqualTo(listed);
    }
  }
}
