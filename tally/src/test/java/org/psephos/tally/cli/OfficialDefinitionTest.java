package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.definition.Definition;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class OfficialDefinitionTest {

  @TempDir private Path folder;
  private Path file;
  private String sound;

  @BeforeEach
  void readSound() throws Exception {
    file = folder.resolve("election.yaml");
    try (InputStream in = Definition.class.getResourceAsStream("sound.yaml")) {
      sound = Utf8.decode(in.readAllBytes());
    }
  }

  private void write(String text) throws Exception {
    Files.write(file, Utf8.encode(text));
  }

  private CommandRun create(StubService service) throws Exception {
    Path token = folder.resolve("token");
    Files.write(token, Utf8.encode(StubService.TOKEN));
    return CommandRun.of(
        "official",
        "create",
        "--service",
        service.address().toString(),
        "--token-file",
        token.toString(),
        "--definition",
        file.toString(),
        "--links-dir",
        Files.createDirectories(folder.resolve("links")).toString());
  }

  @Test
  void validate_says_that_all_is_well_or_warns() throws Exception {
    write(sound);
    CommandRun run = CommandRun.of("official", "validate", file.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(file + ": the service will take it.\n");
    write(sound.replace("threshold: 2", "threshold: 3"));
    CommandRun warned = CommandRun.of("official", "validate", file.toString());
    assertThat(warned.status()).isZero();
    assertThat(warned.err()).startsWith("warning: threshold_group: every trustee is needed");
    assertThat(warned.out()).endsWith("; 1 warning.\n");
  }

  @Test
  void validate_tells_problems_escaped_and_fails() throws Exception {
    write(sound.replace("Ed25519", "\"\\e[31m\"").replace("min: 0", "min: 2"));
    CommandRun run = CommandRun.of("official", "validate", file.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains(": 2 problems", "line 3, column 1: group: expected", "questions[0].min");
    assertThat(run.err()).doesNotContain("\u001b");
    assertThat(CommandRun.of("official", "validate", "/no/such/file").status()).isEqualTo(2);
  }

  @Test
  void create_sends_what_yaml_says_and_nothing_that_is_wrong() throws Exception {
    String created =
        """
        {"uuid":"abcdefghijkmno","state":"DRAFT","registrar":"https://x/r#1",
         "trustees":["https://x/t#1","https://x/t#2","https://x/t#3"]}
        """;
    try (StubService service =
        new StubService(HeldBoard.frozen())
            .answer("POST /api/v1/elections", Answer.of(201, created))) {
      write(sound.replace("mode: election", "mode: party"));
      assertThat(create(service).status()).isEqualTo(1);
      assertThat(service.requests()).isEmpty();
      write(sound);
      CommandRun run = create(service);
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(service.bodies("/elections"))
          .containsExactly(Definition.read(Utf8.encode(sound), 0).draft().orElseThrow().toBytes());
      assertThat(folder.resolve("links/trustee-3.link")).exists();
    }
  }
}
