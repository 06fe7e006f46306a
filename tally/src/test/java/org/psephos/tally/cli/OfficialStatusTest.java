package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class OfficialStatusTest {

  private static final String FINGERPRINT = "A".repeat(43);

  @TempDir private Path folder;

  private static String trustee(int owner, String name, boolean ready, boolean dec, String more) {
    return String.format(
        "{\"owner\":%s,\"name\":\"%s\",\"ready\":%b,\"decrypted\":%b%s}",
        owner, name, ready, dec, more);
  }

  private static String status(HeldBoard board, String state, List<String> trustees, String more) {
    return String.format(
        "{\"uuid\":\"%s\",\"state\":\"%s\",\"mode\":\"election\",\"group\":\"Ed25519\","
            + "\"name\":\"Town\\u001b council\",\"opens\":4102444800,\"closes\":4102531200,"
            + "\"minimum_ballots\":2,\"trustees\":[%s]%s}",
        board.uuid(), state, String.join(",", trustees), more);
  }

  private static String group(String ceremony) {
    return ",\"threshold_group\":{\"size\":2,\"threshold\":1}" + ceremony;
  }

  private static String ceremony(String status, String step, String missing) {
    return ",\"ceremony\":{\"attempt\":2,\"size\":2,\"threshold\":1,\"status\":\"%s\",\"step\":\"%s\",\"missing\":[%s]}"
        .formatted(status, step, missing);
  }

  private String shown(String state, List<String> trustees, String more) throws Exception {
    HeldBoard board = HeldBoard.frozen();
    String path = "GET /api/v1/elections/" + board.uuid();
    try (StubService service =
        new StubService(board).answer(path, Answer.of(200, status(board, state, trustees, more)))) {
      String address = service.address() + "/e/" + board.uuid();
      CommandRun run = CommandRun.of("official", "status", address);
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      return run.out().replace(address, "ELECTION");
    }
  }

  private static List<String> three(boolean ready, boolean first, boolean second, boolean third) {
    return List.of(
        trustee(1, "Ada", ready, first, ",\"key\":\"k\",\"drilled\":4102444801"),
        trustee(2, "Bo", ready, second, ""),
        trustee(3, "Cy", ready, third, ""));
  }

  @Test
  void a_draft_waits_for_the_backup_of_the_log_key() throws Exception {
    String out = shown("DRAFT", three(false, false, false, false), group(""));
    assertThat(out)
        .contains("opens: not before 2100-01-01T00:00:00Z", "registrar: no list of credentials")
        .contains("  ./psephos official backup ELECTION --token-file FILE --where")
        .doesNotContain("\u001b");
  }

  @Test
  void the_ceremony_names_its_step_and_whom_it_waits_for() throws Exception {
    String under = group(ceremony("UNDER_WAY", "COMMITMENTS", "2"));
    String out = shown("KEYS", three(false, false, false, false), under);
    assertThat(out)
        .contains("key ceremony: attempt 2, step 2 of 4, commitments; waits for 3 (Cy)\n")
        .contains("  1 (Ada): key\n", "  2 (Bo): no key yet\n")
        .contains("trustee join --link-file trustee-3.link --key-file trustee-3.key\n")
        .contains("registrar credentials --link-file")
        .doesNotContain("trustee-1.link", "freeze");
    String ended = group(ceremony("ENDED", "DEALINGS", "1,2"));
    assertThat(shown("KEYS", three(false, false, false, false), ended))
        .contains("has ended without a key", "--key-file trustee-2.key --next-attempt\n");
  }

  @Test
  void when_all_keys_and_codes_are_there_the_definition_can_be_frozen() throws Exception {
    String all =
        group(ceremony("COMPLETE", "VERIFICATION_KEYS", ""))
            + ",\"credentials\":{\"count\":20,\"registrar\":\"x\",\"ready\":false}";
    String out = shown("KEYS", three(false, false, false, false), all);
    assertThat(out)
        .contains("key ceremony: attempt 2 is complete", "  3 (Cy): key\n")
        .contains("registrar: 20 codes, listed\n")
        .endsWith("next:\n  ./psephos official freeze ELECTION --token-file FILE\n");
  }

  @Test
  void before_opening_those_who_are_not_ready_are_named() throws Exception {
    String list = ",\"credentials\":{\"count\":20,\"registrar\":\"x\",\"ready\":%b}";
    String frozen = group("") + ",\"fingerprint\":\"" + FINGERPRINT + "\"";
    String out = shown("READY", three(false, false, false, false), frozen + list.formatted(false));
    assertThat(out)
        .contains("fingerprint: " + FINGERPRINT, "not ready yet, drilled 2100-01-01T00:00:01Z")
        .contains("not ready yet, never drilled", "registrar: 20 codes, not ready yet")
        .contains("trustee ready --link-file trustee-2.link", "registrar ready --link-file")
        .doesNotContain("official open");
    assertThat(shown("READY", three(true, false, false, false), frozen + list.formatted(true)))
        .contains("registrar: 20 codes, ready")
        .contains("next:\n  from 2100-01-01T00:00:00Z on:\n  ./psephos official open ELECTION");
  }

  @Test
  void while_voting_is_open_the_number_of_ballots_is_shown_and_amendments() throws Exception {
    String more =
        ",\"ballots\":7,\"credentials\":{\"count\":20,\"registrar\":\"x\",\"ready\":true},"
            + "\"asked\":{\"action\":\"close\",\"time\":1},\"schedule_failure\":\"no disk\","
            + "\"amendments\":[{\"index\":9,\"time\":4102444802,\"notice\":{\"en\":\"Room 7\"}},"
            + "{\"index\":10,\"time\":4102444803,\"closes\":4102531200}]";
    String out = shown("OPEN", three(true, false, false, false), group("") + more);
    assertThat(out)
        .contains("ballots: 7 on the board, for 20 codes; whoever votes again replaces")
        .contains("amended 2100-01-01T00:00:02Z: en: Room 7")
        .contains("amended 2100-01-01T00:00:03Z: closes 2100-01-02T00:00:00Z")
        .contains("asked: close; another official", "the schedule failed: no disk")
        .contains("trustee drill --link-file trustee-2.link")
        .contains("from 2100-01-02T00:00:00Z on:\n  ./psephos official close ELECTION")
        .doesNotContain("decrypted");
  }

  @Test
  void at_the_tally_it_says_whether_enough_have_decrypted() throws Exception {
    String group = group(ceremony("COMPLETE", "VERIFICATION_KEYS", ""));
    assertThat(shown("TALLYING", three(true, false, true, true), group))
        .contains("threshold: any 1 of 2 members of the group can decrypt, with all who hold")
        .contains("decrypted: 2 of 3; not enough yet\n")
        .contains("trustee decrypt --link-file trustee-1.link")
        .doesNotContain("trustee-2.link", "publish ELECTION");
    assertThat(shown("TALLYING", three(true, true, true, false), group))
        .contains("decrypted: 2 of 3; enough to publish\n", "  3 (Cy): key, ready, never drilled")
        .endsWith("next:\n  ./psephos official publish ELECTION --token-file FILE\n");
    assertThat(shown("TALLYING", three(true, true, true, false), ""))
        .contains("decrypted: 2 of 3; not enough yet\n", "trustee-3.link");
  }

  @Test
  void at_the_end_it_says_how_to_verify() throws Exception {
    String out =
        shown("RESULT", three(true, true, true, true), ",\"fingerprint\":\"" + FINGERPRINT + "\"");
    assertThat(out)
        .contains("official export ELECTION --out record\n")
        .endsWith("record/election.bundle.tar --expect-fingerprint " + FINGERPRINT + "\n");
    assertThat(shown("CANCELLED", three(true, false, false, false), ""))
        .contains("ended without a result", "nothing is left to do");
    assertThat(shown("CLOSED", three(true, false, false, false), ""))
        .contains("wait until the service has summed");
  }

  @Test
  void json_is_the_services_answer_and_nonsense_is_refused() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    String path = "GET /api/v1/elections/" + board.uuid();
    String sound = status(board, "OPEN", three(true, false, false, false), group(""));
    String nonsense = sound.replace("\"size\":2", "\"size\":4");
    try (StubService service =
        new StubService(board).answer(path, Answer.of(200, sound), Answer.of(200, nonsense))) {
      String address = service.address() + "/e/" + board.uuid();
      CommandRun run = CommandRun.of("official", "status", address, "--json");
      Json printed = JsonParser.parse(Utf8.encode(run.out()), Limits.OBJECT);
      assertThat(printed).isEqualTo(JsonParser.parse(Utf8.encode(sound), Limits.OBJECT));
      CommandRun refused = CommandRun.of("official", "status", address);
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.out()).isEmpty();
      assertThat(refused.err()).contains("makes no sense: threshold_group");
    }
  }

  @Test
  void abandon_sends_the_reason_by_language() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    Path token = folder.resolve("token");
    Files.write(token, Utf8.encode(StubService.TOKEN));
    String path = "POST /api/v1/elections/" + board.uuid() + "/ceremony/abandon";
    try (StubService service =
        new StubService(board)
            .answer(path, Answer.of(200, "{}"), Answer.problem(409, "wrong-state"))) {
      String[] words = {
        "official",
        "abandon",
        service.address() + "/e/" + board.uuid(),
        "--token-file",
        token.toString(),
        "--reason",
        "en=A machine broke: x=y",
        "--reason",
        "fr=Panne"
      };
      CommandRun run = CommandRun.of(words);
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("trustee join", "--next-attempt");
      assertThat(service.bodies("/ceremony/abandon"))
          .extracting(Utf8::decode)
          .containsExactly("{\"reason\":{\"en\":\"A machine broke: x=y\",\"fr\":\"Panne\"}}");
      CommandRun refused = CommandRun.of(words);
      assertThat(refused.status()).isEqualTo(1);
      assertThat(refused.out()).isEmpty();
      words[5] = "--because";
      assertThat(CommandRun.of(words).status()).isEqualTo(2);
    }
  }
}
