package org.psephos.tally.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that we did not write, or not in this language. Where it is not installed, the test is
 * left out and says so, unless {@code PSEPHOS_REQUIRE_BELENIOS_TOOL=true} demands it.
 */
final class ForeignProgram {

  private final String name;

  private ForeignProgram(String name) {
    this.name = name;
  }

  /** What a run ended with. */
  record Ended(int status, String output) {}

  static ForeignProgram named(String name) {
    if (!installed(name)) {
      if ("true".equals(System.getenv("PSEPHOS_REQUIRE_BELENIOS_TOOL"))) {
        throw new AssertionError(name + " is not installed, and this run demands it");
      }
      Assumptions.abort("LEFT OUT: " + name + " is not installed");
    }
    return new ForeignProgram(name);
  }

  private static boolean installed(String name) {
    String path = System.getenv("PATH");
    return path != null
        && List.of(path.split(java.io.File.pathSeparator)).stream()
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
