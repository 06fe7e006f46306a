package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.Code;
import org.psephos.crypto.credential.CredentialKey;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.keyfile.KeyFile;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.RegistrarScene;
import org.psephos.tally.fixture.StubService;

class RegistrarCredentialsTest {

  private static final String VOTERS = "login;weight;name\nada;2;Ada\nbo;1;Bo\ncy;3;Cy\n";

  @TempDir private Path folder;
  private HeldBoard board;
  private RegistrarScene scene;

  @BeforeEach
  void begin() throws Exception {
    board = HeldBoard.begun();
    scene = new RegistrarScene(board, "KEYS", folder);
  }

  @AfterEach
  void end() {
    scene.close();
  }

  private CommandRun credentials(String voters) throws Exception {
    return CommandRun.of(scene.credentials(scene.voters(voters)));
  }

  private List<String> lines() throws Exception {
    return Files.readAllLines(scene.codes());
  }

  private CredentialKey key(String line) throws Exception {
    try (Code code = Code.read(line.split(",", -1)[1])) {
      Group group = Groups.named("Ed25519");
      return code.derive(board.parties().uuid(), group);
    }
  }

  @Test
  void the_list_of_the_codes_that_are_kept_is_posted_and_the_same_again() throws Exception {
    CommandRun run = credentials(VOTERS);
    assertThat(run.err()).isEmpty();
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("3 public credentials are posted: 3 new, 0 as before, 0 gone.");
    List<String> lines = lines();
    assertThat(lines.get(0)).isEqualTo("login,code,weight,name");
    assertThat(lines.get(3)).startsWith("cy,").endsWith(",3,Cy");
    CredentialList list = scene.posted().get(0);
    for (int i = 1; i <= 3; i++) {
      try (CredentialKey key = key(lines.get(i))) {
        assertThat(list.weightOf(key.credential().encode()))
            .hasValue(Long.parseLong(lines.get(i).split(",", -1)[2]));
      }
    }
    assertThat(Files.readAllBytes(scene.out().resolve("public-credentials.json")))
        .isEqualTo(list.encode());
    for (String file : List.of("codes.csv", "registrar.key", "public-credentials.json")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(scene.out().resolve(file))))
          .isEqualTo("rw-------");
    }

    assertThat(credentials(VOTERS).out()).contains("0 new, 3 as before");
    assertThat(lines()).isEqualTo(lines);
    assertThat(scene.posted()).hasSize(2);
    assertThat(scene.posted().get(1).encode()).isEqualTo(list.encode());
  }

  @Test
  void a_list_with_faults_makes_nothing_and_says_nothing_to_the_service() throws Exception {
    CommandRun run = credentials("login;weight\nada;2\nADA;1\ncy;0\n");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err())
        .contains("line 3: the same login as line 2", "line 4: expected a weight of 1");
    assertThat(Files.exists(scene.out())).isFalse();
    assertThat(scene.posted()).isEmpty();
  }

  @Test
  void a_check_reports_and_makes_nothing() throws Exception {
    String good = scene.voters(VOTERS).toString();
    CommandRun run = CommandRun.of("registrar", "credentials", "--check", "--voters", good);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("read: 3\naccepted: 3\nrejected: 0\nweight: 6\n");

    String bad = scene.voters("login;weight\nada;2\n=cmd\u0007;1\nADA;1\n").toString();
    run = CommandRun.of("registrar", "credentials", "--check", "--voters", bad);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "line 3: a login with U+0007",
            "line 4: the same login as line 2",
            "read: 3\naccepted: 1\nrejected: 2\nweight: 2\n");
    run = CommandRun.of("registrar", "credentials", "--check", "--json", "--voters", bad);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("{\"accepted\":1,\"read\":3,\"rejected\":[{\"line\":3,\"reason\":\"a login")
        .contains("\"rejected_omitted\":0,\"weight\":2}");
    assertThat(scene.service().heard()).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("passphrase", "voters.csv");
    }
  }

  @Test
  void wrong_usage_is_told_apart() throws Exception {
    String voters = scene.voters(VOTERS).toString();
    for (List<String> more :
        List.of(
            List.of("--charset", "klingon"),
            List.of("--delimiter", "ab"),
            List.of("--delimiter", "\""))) {
      String[] command = scene.command("credentials", "--check", "--voters", voters);
      String[] whole = java.util.Arrays.copyOf(command, command.length + 2);
      whole[command.length] = more.get(0);
      whole[command.length + 1] = more.get(1);
      assertThat(CommandRun.of(whole).status()).isEqualTo(2);
    }
    assertThat(CommandRun.of("registrar", "credentials", "--voters", voters).status()).isEqualTo(2);
    assertThat(CommandRun.of("registrar", "credentials", "--check", "--voters", "missing").err())
        .contains("no readable voter list");
  }

  @Test
  void codes_are_not_used_for_another_voter_list() throws Exception {
    assertThat(credentials(VOTERS).status()).isZero();
    List<String> lines = lines();
    CommandRun run = credentials(VOTERS.replace("bo;1", "bo;2"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("another voter list", "registrar reissue");
    assertThat(lines()).isEqualTo(lines);
    assertThat(scene.posted()).hasSize(1);
  }

  @Test
  void a_folder_of_another_election_is_refused_and_stays_as_it_is() throws Exception {
    KeyFileHeader other =
        new KeyFileHeader(
            KeyFileHeader.Role.REGISTRAR,
            ElectionId.random(SeededRandom.of("another")),
            board.registrarKey().hex());
    byte[] sealed;
    try (SigningKey key = SigningKey.generate(SeededRandom.of("another key"))) {
      sealed =
          KeyFile.seal(
                  other,
                  key.exposeSeed(),
                  RegistrarScene.PASSPHRASE.toCharArray(),
                  SeededRandom.of("seal"))
              .encode();
    }
    Files.createDirectories(scene.out());
    Files.write(scene.out().resolve("registrar.key"), sealed);
    CommandRun run = credentials(VOTERS);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("of election " + other.election());
    assertThat(Files.readAllBytes(scene.out().resolve("registrar.key"))).isEqualTo(sealed);
    assertThat(Files.exists(scene.codes())).isFalse();
    assertThat(scene.posted()).isEmpty();
  }

  /** Without the key file too: the public list only follows from the codes in one election. */
  @Test
  void codes_of_another_election_are_refused() throws Exception {
    assertThat(credentials(VOTERS).status()).isZero();
    Path list = scene.out().resolve("public-credentials.json");
    byte[] foreign = scene.posted().get(0).encode();
    foreign[4] = (byte) (foreign[4] == '0' ? '1' : '0');
    Files.write(list, foreign);
    CommandRun run = credentials(VOTERS);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("belongs to another election");
    assertThat(scene.posted()).hasSize(1);
  }

  @Test
  void a_run_that_was_interrupted_after_the_private_list_goes_on_with_it() throws Exception {
    assertThat(credentials(VOTERS).status()).isZero();
    List<String> lines = lines();
    Files.delete(scene.out().resolve("public-credentials.json"));
    assertThat(credentials(VOTERS).status()).isZero();
    assertThat(lines()).isEqualTo(lines);
    assertThat(Files.exists(scene.out().resolve("public-credentials.json"))).isTrue();
  }

  @Test
  void a_service_that_counts_otherwise_is_not_believed() throws Exception {
    String base = "PUT /api/v1/elections/" + board.uuid() + "/credentials?registrar=";
    String counts = ",\"added\":2,\"kept\":0,\"removed\":0,\"reissued\":0}";
    for (String answer : List.of("{\"read\":2" + counts, "{}", "[", "")) {
      scene.service().answer(base, request -> StubService.Answer.of(200, answer));
      CommandRun run = credentials(VOTERS);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).doesNotContain("posted");
      assertThat(run.err()).contains("the service's answer");
    }
  }

  @Test
  void after_setup_no_codes_are_made() throws Exception {
    scene.become("READY");
    CommandRun run = credentials(VOTERS);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("frozen");
    assertThat(Files.exists(scene.out())).isFalse();
  }

  @Test
  void a_list_in_an_old_encoding_is_read_if_it_is_named() throws Exception {
    Path voters = scene.voters("");
    Files.write(voters, new byte[] {'c', 'a', 'f', (byte) 0xe9, '\n'});
    String[] plain = {"registrar", "credentials", "--check", "--voters", voters.toString()};
    assertThat(CommandRun.of(plain).out()).contains("line 1: column 4: byte E9 is not UTF-8 text");
    assertThat(
            CommandRun.of(
                    "registrar",
                    "credentials",
                    "--check",
                    "--charset",
                    "windows-1252",
                    "--voters",
                    voters.toString())
                .out())
        .contains("accepted: 1");
    assertThat(Utf8.decode(Files.readAllBytes(folder.resolve("passphrase")))).isNotEmpty();
  }
}
