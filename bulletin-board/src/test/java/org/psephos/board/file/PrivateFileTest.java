package org.psephos.board.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.DecodingException;

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
  void a_file_is_replaced_whole_and_stays_private() throws IOException {
    Path file = folder.resolve("record");
    Files.writeString(folder.resolve("record.new"), "what a crash left behind");
    PrivateFile.replace(file, new byte[] {1});
    PrivateFile.replace(file, new byte[] {2, 3});
    assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
    assertThat(mode(file)).isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void what_is_larger_than_allowed_is_not_read() throws Exception {
    Path file = folder.resolve("secret");
    PrivateFile.writeNew(file, new byte[] {1, 2, 3});
    assertThat(PrivateFile.read(file, 3)).containsExactly(1, 2, 3);
    assertThat(PrivateFile.read(file, 300)).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> PrivateFile.read(file, 2))
        .isInstanceOf(DecodingException.class)
        .hasMessageContaining("at most 2 bytes");
    assertThatThrownBy(() -> PrivateFile.read(folder.resolve("other"), 3))
        .isInstanceOf(NoSuchFileException.class);
  }

  /** The size that the system tells of such a file is 0. */
  @Test
  void what_has_no_size_is_read_up_to_the_limit() throws Exception {
    assertThat(PrivateFile.read(Path.of("/dev/null"), 1000)).isEmpty();
    assertThatThrownBy(() -> PrivateFile.read(Path.of("/dev/zero"), 1000))
        .isInstanceOf(DecodingException.class);
  }

  @Test
  void a_file_that_others_may_read_is_refused() throws IOException {
    Path file = folder.resolve("secret");
    PrivateFile.writeNew(file, new byte[] {1});
    PrivateFile.requirePrivate(file);
    for (String mode : List.of("rw-r-----", "rw-----w-", "rwx------")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      assertThatThrownBy(() -> PrivateFile.requirePrivate(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("0600");
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
