package org.psephos.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong usage is told apart from wrong elections. */
class UsageTest {

  private static final String NOWHERE = "http://localhost:1/e/5therE1ection5";

  @Test
  void help_names_the_exit_codes() {
    Run run = Run.of("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("0 verified, 1 falsified, 2 unreadable or wrong usage, 3 incomplete");
  }

  @ParameterizedTest
  @CsvSource({
    "'',Missing required parameter",
    "--json,Missing required parameter",
    "--no-such-option x,Unknown option",
    "--threads 0 x,--threads must be at least 1",
    "--threads many x,many",
    "--expect-fingerprint short x,43 characters",
    "--since no-such-file x,there is no file no-such-file",
    "--receipts no-such-directory x,there is no directory no-such-directory",
    "x y,y"
  })
  void wrong_usage_exits_with_2_and_says_why(String arguments, String reason) {
    Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(reason);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_directory_without_receipts_is_wrong_usage(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("receipt.txt"), "a receipt");
    Run run = Run.of("--receipts", directory.toString(), NOWHERE);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("there is no *.tlog-proof file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://vote.example.org/e/5therE1ection5",
        "http://127.0.0.1.example.org/e/5therE1ection5",
        "http://127.0.0.1@vote.example.org/e/5therE1ection5",
        "https://user:secret@vote.example.org/e/5therE1ection5",
        "https://vote.example.org/",
        "https://vote.example.org/e/",
        "https://vote.example.org/e/5therE1ection5?x=1",
        "https:///e/5therE1ection5",
        "https://vote.example.org/e/5therE1ection5/../../x",
        "no-such-file",
        "\u0000"
      })
  void an_address_that_is_none_is_unreadable(String address) {
    Run run = Run.of("--json", address);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.verdict()).isEqualTo("unreadable");
    assertThat(run.out()).matches("[\\x20-\\x7e]*\\n");
  }

  @Test
  void nothing_in_an_address_reaches_the_terminal() {
    Run run = Run.of("http://\u001b[32m VERIFIED");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).doesNotContain("\u001b").contains("\\u{1B}[32m VERIFIED");
  }
}
