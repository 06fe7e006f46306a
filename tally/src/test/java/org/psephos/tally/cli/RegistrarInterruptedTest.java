package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.RegistrarScene;
import org.psephos.tally.roll.PrivateList;

/** Whatever interrupts the registrar's tool, a private list is there whole or not at all. */
class RegistrarInterruptedTest {

  private static final int VOTERS = 2000;

  /** The key file fits and the list does not, in units of 512 or 1,024 bytes. */
  private static final String SMALL = "ulimit -f 20; exec \"$@\"";

  @TempDir private Path folder;

  private static String voters() {
    return IntStream.range(0, VOTERS).mapToObj(i -> "voter-" + i).collect(Collectors.joining("\n"));
  }

  private static Process start(String shell, String... command) throws Exception {
    List<String> line = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
    line.add(System.getProperty("java.class.path"));
    line.add(Psephos.class.getName());
    line.addAll(List.of(command));
    return new ProcessBuilder(line).redirectErrorStream(true).start();
  }

  private static List<String> files(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** A disk that takes no more of the list fails the writer in the middle of it. */
  @Test
  void a_disk_that_is_full_leaves_no_list_and_the_next_run_makes_one() throws Exception {
    try (RegistrarScene scene = new RegistrarScene(HeldBoard.begun(), "KEYS", folder)) {
      Path voters = scene.voters(voters());
      Process failed = start(SMALL, scene.credentials(voters));
      String said = Utf8.decode(failed.getInputStream().readAllBytes());
      assertThat(failed.waitFor()).as(said).isNotZero();
      assertThat(files(scene.out())).containsExactly("registrar.key");
      assertThat(scene.posted()).isEmpty();

      assertThat(CommandRun.of(scene.credentials(voters)).status()).isZero();
      assertThat(files(scene.out()))
          .containsExactly("codes.csv", "public-credentials.json", "registrar.key");
      assertThat(scene.posted()).singleElement().extracting(list -> list.size()).isEqualTo(VOTERS);
    }
  }

  /** Killed without warning as soon as a file of codes is seen, wherever it then is. */
  @Test
  void a_run_that_is_killed_leaves_a_whole_list_or_none() throws Exception {
    try (RegistrarScene scene = new RegistrarScene(HeldBoard.begun(), "KEYS", folder)) {
      Path voters = scene.voters(voters());
      Process killed = start("exec \"$@\"", scene.credentials(voters));
      killed.getOutputStream().close();
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      while (killed.isAlive() && files(scene.out()).size() < 2 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      killed.destroyForcibly().waitFor();
      assertThat(files(scene.out())).contains("registrar.key");
      byte[] kept = new byte[0];
      if (Files.exists(scene.codes())) {
        kept = Files.readAllBytes(scene.codes());
        try (PrivateList list = PrivateList.decode(kept)) {
          assertThat(list.size()).isEqualTo(VOTERS);
        }
      } else {
        assertThat(scene.posted()).isEmpty();
      }

      assertThat(CommandRun.of(scene.credentials(voters)).status()).isZero();
      assertThat(files(scene.out()))
          .containsExactly("codes.csv", "public-credentials.json", "registrar.key");
      if (kept.length > 0) {
        assertThat(Files.readAllBytes(scene.codes())).isEqualTo(kept);
      }
    }
  }
}
