package org.psephos.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path folder;

  @Test
  void letsOneServerInAndTellsTheSecondWhy() throws Exception {
    Path data = folder.resolve("data");
    try (DataDirectory first = DataDirectory.open(data)) {
      assertThat(first.root()).isEqualTo(data.toAbsolutePath());
      assertThatThrownBy(() -> DataDirectory.open(data))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("another server is using the data directory");
    }
    try (DataDirectory afterwards = DataDirectory.open(data)) {
      assertThat(afterwards.root()).isDirectory();
    }
  }

  @Test
  void makesASecretOnceAndKeepsIt() throws Exception {
    Path file = folder.resolve("secrets/one");
    String secret = SecretFile.readOrMake(file);
    assertThat(secret).hasSize(43);
    assertThat(SecretFile.readOrMake(file)).isEqualTo(secret);
    assertThat(SecretFile.readOrMake(folder.resolve("secrets/two"))).isNotEqualTo(secret);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void refusesAnEmptySecretAndOneOfTwoLines() throws Exception {
    for (String content : new String[] {"", "\n", "one\ntwo\n"}) {
      Path file = Files.writeString(folder.resolve("secret"), content);
      assertThatThrownBy(() -> SecretFile.read(file)).isInstanceOf(StorageException.class);
    }
    Path file = Files.writeString(folder.resolve("secret"), "one\n");
    assertThat(SecretFile.read(file)).isEqualTo("one");
  }
}
