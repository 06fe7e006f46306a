package org.psephos.tally.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;

class DefinitionTest {

  private static final long NOW = Instant.parse("2030-10-01T00:00:00Z").getEpochSecond();

  private String sound;

  @BeforeEach
  void readSound() throws Exception {
    try (InputStream in = getClass().getResourceAsStream("sound.yaml")) {
      sound = Utf8.decode(in.readAllBytes());
    }
  }

  private static Definition read(String text) {
    return Definition.read(Utf8.encode(text), NOW);
  }

  private Definition with(String from, String to) {
    assertThat(sound).contains(from);
    return read(sound.replace(from, to));
  }

  @Test
  void yaml_and_the_same_in_json_make_the_same_draft() {
    Definition yaml = read(sound);
    assertThat(yaml.problems()).isEmpty();
    assertThat(yaml.warnings()).isEmpty();
    Json.Obj draft = yaml.draft().orElseThrow();
    assertThat(draft.members().get("opens"))
        .isEqualTo(new Json.Int(Instant.parse("2030-11-01T07:00:00Z").getEpochSecond()));
    assertThat(draft.members().get("closes")).isEqualTo(new Json.Int(1922374800));
    assertThat(Definition.read(draft.toBytes(), NOW).draft()).contains(draft);
  }

  @Test
  void all_problems_are_told_at_once_each_with_its_place() {
    String broken =
        sound
            .replace("mode: election", "mode: party")
            .replace("threshold: 2", "threshold: 4")
            .replace("minimum_ballots: 10", "minimum_ballots: ten\nminimum_ballot: 10")
            .replace("- Nei", "- Nei\n          - Kanskje");
    assertThat(read(broken).problems())
        .containsExactly(
            "line 2, column 1: mode: expected election or rehearsal, found party",
            "line 14, column 5: languages.no.questions: expected as many answers as questions say:"
                + " [3], found [4]",
            "line 24, column 29: threshold_group.threshold: expected 1 to 3, found 4",
            "line 27, column 1: minimum_ballots: expected a whole number, found a string",
            "line 28, column 1: minimum_ballot: expected uuid, mode, group, languages,"
                + " default_language, questions, trustees, threshold_group, opens, closes,"
                + " minimum_ballots, rehearsal, two_officials or schedule, found an unknown"
                + " member");
    assertThat(read(broken).draft()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode: !!str election",
        "mode: ! election",
        "mode: &a election",
        "mode: *a",
        "mode: ~",
        "mode:",
        "mode: election\nmode: election",
        "mode: election\n? [a]\n: b",
        "mode: election\n<<: { a: 1 }",
        "mode: \"\\ud800\"",
        "mode: election\ntwo_officials: True",
        "mode: election\ntwo_officials: yes",
        "mode: election\n---\nmode: election",
        "mode: 'election",
        "mode: [[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]",
        "%YAML 1.2\n---\nmode: election",
        "mode: 0x1F",
        "mode: 1.0"
      })
  void whatever_is_more_than_json_is_refused(String mode) {
    Definition definition =
        mode.startsWith("%")
            ? read(mode + "\n" + sound.replace("mode: election", ""))
            : with("mode: election", mode);
    assertThat(definition.problems()).isNotEmpty();
    assertThat(definition.draft()).isEmpty();
  }

  @Test
  void harmless_yaml_of_the_same_kind_is_taken() {
    assertThat(with("mode: election", "mode: 'election' # quoted").problems()).isEmpty();
    assertThat(with("mode: election", "mode: election\ntwo_officials: true").problems()).isEmpty();
    assertThat(read("---\n" + sound).problems()).isEmpty();
    assertThat(with("Town council", "\"\\ud83d\\ude00\"").problems()).isEmpty();
  }

  @Test
  void a_number_among_answers_needs_quotes() {
    assertThat(with("[Ada, \"2024\", No]", "[Ada, 2024, No]").problems())
        .containsExactly(
            "line 7, column 72: languages.en.questions[0].answers[1]: expected a string, found a"
                + " number");
  }

  @Test
  void times_have_a_zone() {
    assertThat(with("08:00:00+01:00", "08:00:00").problems()).hasSize(1);
    assertThat(with("1922374800", "2029-11-01T08:00:00Z").problems())
        .singleElement()
        .asString()
        .contains("closes: expected a time after opens");
  }

  @Test
  void texts_that_deceive_are_refused() {
    assertThat(with("Who?", "\"Who\\u202e?\"").problems())
        .singleElement()
        .asString()
        .contains("languages.en.questions[0].question: ", "found U+202E");
  }

  @Test
  void too_much_or_nothing_at_all_is_refused() {
    assertThat(Definition.read(new byte[(4 << 20) + 1], NOW).problems()).hasSize(1);
    assertThat(Definition.read(new byte[] {(byte) 0xff}, NOW).problems()).hasSize(1);
    assertThat(read("").problems()).hasSize(1);
    assertThat(read("[]").problems()).hasSize(1);
    assertThat(read("{\"mode\":1,\"mode\":2}").problems()).hasSize(1);
    assertThat(with("Town council", "x".repeat(100_001)).problems()).hasSize(1);
    assertThat(with("Town council", "x".repeat(10_000)).problems()).isEmpty();
    assertThat(with("Town council", "x".repeat(10_001)).problems()).hasSize(1);
  }

  private void warns(String from, String to, String... warnings) {
    Definition definition = with(from, to);
    assertThat(definition.problems()).isEmpty();
    assertThat(definition.draft()).isPresent();
    assertThat(definition.warnings()).hasSize(warnings.length);
    for (int i = 0; i < warnings.length; i++) {
      assertThat(definition.warnings().get(i)).startsWith(warnings[i]);
    }
  }

  @Test
  void what_may_be_regretted_is_a_warning() {
    String group = "threshold_group: { size: 3, threshold: 2 }";
    warns(
        "[Ada, \"2024\"",
        "[\"\", \"2024\"",
        "languages.en.questions[0].answers[0]: the text is missing");
    warns("- Nei", "- \"\"", "languages.no.questions[0].answers[2]: the text is missing");
    warns("Hvem?", "Who?", "languages.no.questions[0].question: the same as in en");
    warns(group, "", "threshold_group: every trustee is needed: if one key is lost");
    warns(group, "threshold_group: { size: 3, threshold: 3 }", "threshold_group: every trustee");
    warns(group, "threshold_group: { size: 2, threshold: 1 }", "threshold_group: Ada: outside");
    warns(group, "threshold_group: { size: 3, threshold: 1 }", "threshold_group.threshold: one");
    warns("minimum_ballots: 10", "minimum_ballots: 1", "minimum_ballots: below 2");
    sound = sound.replace("2030-11-01", "2029-11-01");
    warns("1922374800", "2030-09-30T23:59:59Z", "closes: 2030-09-30T23:59:59Z is over");
    warns(
        "[Ada, Bo, Cy]\n" + group,
        "[Ada, Bo]\nthreshold_group: { size: 2, threshold: 1 }",
        "trustees: only 2",
        "threshold_group.threshold");
    sound = sound.replaceAll("rehearsal: .*", "rehearsal: { waiver: No time. }");
    warns("mode: election", "mode: election", "rehearsal: waived");
    warns("mode: election", "mode: rehearsal");
    sound = sound.replaceAll("rehearsal: .*", "");
    warns("mode: election", "mode: election", "rehearsal: left open");
    warns("mode: election", "mode: rehearsal");
  }

  @Test
  void problems_of_json_have_places_too() {
    String json =
        "{\n  \"mode\": \"party\",\n  \"trustees\":\n    [\"Ada\", 7],\n\t\"group\":\"\\/\"\n}";
    assertThat(read(json).problems())
        .contains(
            "line 2, column 3: mode: expected election or rehearsal, found party",
            "line 4, column 13: trustees[1]: expected a string, found a number")
        .anyMatch(problem -> problem.startsWith("line 5, column 2: group: "));
    assertThat(read("{\n\"mode\": }").problems()).singleElement().asString().contains("line 2");
  }

  @Test
  void warnings_come_only_when_there_is_no_problem() {
    Definition broken = read(sound.replace("election", "x").replace("ballots: 10", "ballots: 0"));
    assertThat(broken.warnings()).isEqualTo(List.of());
    assertThat(broken.problems()).isNotEmpty();
  }
}
