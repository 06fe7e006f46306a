package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  private static final String HOME = "psephos.home";

  @TempDir private Path home;

  @AfterEach
  void forget() {
    System.clearProperty(HOME);
  }

  @Test
  void what_a_command_complained_about_is_told_with_one_prefix_to_each_line() throws Exception {
    Path launcher = home.resolve("psephos");
    Files.writeString(
        launcher, "#!/bin/sh\nprintf 'psephos: the disk is full\\nand nothing else\\n'; exit 2\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    System.setProperty(HOME, home.toString());
    CommandRun run = CommandRun.of("demo", "--out", home.resolve("out").toString());
    assertThat(run.status()).isEqualTo(Psephos.REFUSED);
    assertThat(run.err().lines())
        .startsWith(
            "psephos: the service did not start:",
            "psephos: the disk is full",
            "psephos: and nothing else");
  }
}
