package org.psephos.verifier.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.LocalizedText;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Published;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.record.Inputs;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Line;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.Verdict;
import org.psephos.verifier.report.Warning;

/** What is said of an election that is not over, or that ended in another way. */
class PhaseTest {

  @ParameterizedTest
  @EnumSource(value = Step.class, names = "PUBLISH", mode = EnumSource.Mode.EXCLUDE)
  void an_election_that_is_not_over_is_incomplete_and_never_verified(Step last) throws IOException {
    Verdict verdict = Verdicts.of(ElectionScript.fast().holdUntil(last).files());
    assertThat(verdict.outcome()).as(Verdicts.describe(verdict)).isEqualTo(Outcome.INCOMPLETE);
    assertThat(verdict.results()).isEmpty();
  }

  @Test
  void what_was_reached_is_checked_and_the_rest_is_not_run() throws IOException {
    Verdict verdict = Verdicts.of(ElectionScript.fast().holdUntil(Step.VOTE).files());
    for (Line line : verdict.lines()) {
      if (line.check().compareTo(CheckId.V20) < 0) {
        assertThat(line.finding()).isInstanceOf(Finding.Passed.class);
      } else {
        assertThat(line.finding()).isInstanceOf(Finding.NotYet.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Step.class, names = "PUBLISH", mode = EnumSource.Mode.EXCLUDE)
  void an_election_may_be_cancelled_at_any_time_and_then_verified(Step last) throws IOException {
    ElectionScript script = ElectionScript.fast();
    script.holdUntil(last);
    cancel(script);
    Verdict verdict = Verdicts.of(script.published().files());
    assertThat(verdict.outcome()).as(Verdicts.describe(verdict)).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.warnings()).extracting(Warning::code).contains("cancelled");
  }

  @Test
  void an_election_without_ballots_has_a_result_of_zeros() throws IOException {
    ElectionScript script = ElectionScript.fast().instead(Step.VOTE, s -> {});
    script.definition = script.definition.withMinimum(0);
    Verdict verdict = Verdicts.of(script);
    assertThat(verdict.outcome()).as(Verdicts.describe(verdict)).isEqualTo(Outcome.VERIFIED);
    assertThat(verdict.results().orElseThrow().ballots()).isZero();
    assertThat(verdict.lines()).contains(new Line(CheckId.V17, new Finding.Passed(0)));
  }

  @Test
  void the_result_is_that_of_the_last_ballots_with_their_weights() throws IOException {
    Verdict verdict = Verdicts.of(ElectionScript.fast());
    assertThat(verdict.results().orElseThrow().ballots()).isEqualTo(4);
    assertThat(verdict.results().orElseThrow().weight()).isEqualTo(6);
    assertThat(
            verdict.results().orElseThrow().questions().stream()
                .map(one -> one.choices().stream().map(choice -> choice.count()).toList()))
        .containsExactly(List.of(2L, 4L, 0L), List.of(1L, 1L, 4L));
  }

  @Test
  void the_verdict_does_not_depend_on_the_number_of_threads() throws IOException {
    for (Defect defect :
        List.of(
            Defect.of(CheckId.V05, "none", script -> script),
            PeopleDefects.all().filter(one -> one.expected() == CheckId.V18).findFirst().get())) {
      Map<String, byte[]> files = defect.files().get();
      Verdict one = Verdicts.of(files, Inputs.NONE, 1);
      assertThat(Verdicts.of(files, Inputs.NONE, 4)).isEqualTo(one);
      assertThat(Verdicts.of(files, Inputs.NONE, 16)).isEqualTo(one);
    }
  }

  @Test
  void nothing_may_be_missing() throws IOException {
    Map<String, byte[]> files = ElectionScript.fast().hold().files();
    for (String missing : files.keySet()) {
      Map<String, byte[]> fewer = new TreeMap<>(files);
      fewer.remove(missing);
      Verdict verdict = Verdicts.of(fewer);
      assertThat(verdict.outcome())
          .as("without " + missing)
          .isEqualTo(missing.equals("checkpoint") ? Outcome.UNREADABLE : Outcome.FALSIFIED);
    }
  }

  @Test
  void an_earlier_state_of_the_board_is_a_board_too() throws IOException {
    Published published = ElectionScript.fast().hold();
    assertThat(published.size()).isEqualTo(21);
    for (int size = 1; size < published.size(); size++) {
      Verdict verdict = Verdicts.of(published.files(size));
      // One step writes a partial decryption and its proof; a head between them is refused.
      boolean half = size == 17 || size == 19;
      assertThat(verdict.outcome())
          .as(size + " " + Verdicts.describe(verdict))
          .isEqualTo(half ? Outcome.FALSIFIED : Outcome.INCOMPLETE);
    }
  }

  private static void cancel(ElectionScript script) {
    byte[] reason = LocalizedText.of(Map.of("en", "A mistake")).encode().toByteArray();
    script.append(new CancelEntry(script.put("", reason), ElectionScript.CLOSES));
  }
}
