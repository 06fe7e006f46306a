package org.psephos.tally.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

  @TempDir private Path folder;

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void only_the_owner_reads_the_file_and_enters_its_new_folder() throws IOException {
    Path file = folder.resolve("new").resolve("secret");
    PrivateFile.writeNew(file, new byte[] {1, 2});
    assertThat(Files.readAllBytes(file)).containsExactly(1, 2);
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
  }

  @Test
  void an_existing_file_stays_as_it_is_and_nothing_else_remains() throws IOException {
    Path file = folder.resolve("secret");
    PrivateFile.writeNew(file, new byte[] {1});
    assertThatThrownBy(() -> PrivateFile.writeNew(file, new byte[] {2}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(Files.readAllBytes(file)).containsExactly(1);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void of_many_writers_at_once_exactly_one_wins() throws Exception {
    Path file = folder.resolve("secret");
    ExecutorService writers = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> attempts =
          IntStream.range(0, 8)
              .mapToObj(i -> (Callable<Integer>) () -> write(file, (byte) i))
              .toList();
      int winner = -1;
      int winners = 0;
      for (var attempt : writers.invokeAll(attempts)) {
        if (attempt.get() >= 0) {
          winner = attempt.get();
          winners++;
        }
      }
      assertThat(winners).isEqualTo(1);
      assertThat(Files.readAllBytes(file)).containsExactly(winner);
    } finally {
      writers.shutdownNow();
    }
  }

  private static int write(Path file, byte content) throws IOException {
    try {
      PrivateFile.writeNew(file, new byte[] {content});
      return content;
    } catch (FileAlreadyExistsException e) {
      return -1;
    }
  }
}
