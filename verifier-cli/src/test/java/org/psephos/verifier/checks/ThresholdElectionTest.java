package org.psephos.verifier.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.LocalizedText;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.KeyAttempt;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Line;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.Verdict;
import org.psephos.verifier.report.Warning;

/** Elections whose key a threshold group made on the board. */
class ThresholdElectionTest {

  private static Verdict assertVerified(ElectionScript script) throws IOException {
    Verdict verdict = Verdicts.of(script);
    assertThat(verdict.outcome()).as(Verdicts.describe(verdict)).isEqualTo(Outcome.VERIFIED);
    assertThat(
            verdict.results().orElseThrow().questions().stream()
                .map(one -> one.choices().stream().map(choice -> choice.count()).toList()))
        .containsExactly(List.of(2L, 4L, 0L), List.of(1L, 1L, 4L));
    return verdict;
  }

  private static Finding finding(Verdict verdict, CheckId check) {
    return verdict.lines().stream()
        .filter(line -> line.check() == check)
        .map(Line::finding)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.warnings().stream().map(Warning::code).toList();
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "0,2,3", "0,3,3", "1,2,3", "2,1,2", "2,3,5"})
  void t_of_n_members_and_all_singles_are_enough(int singles, int threshold, int size)
      throws IOException {
    Verdict verdict = assertVerified(ElectionScript.threshold(singles, threshold, size));
    assertThat(codes(verdict).contains("threshold-one")).isEqualTo(threshold == 1);
    assertThat(codes(verdict)).doesNotContain("ceremony-ended", "threshold-old-form");
  }

  @Test
  void the_group_may_be_of_numbers() throws IOException {
    assertVerified(new ElectionScript("BELENIOS-2048").withGroup(1, 2, 3));
  }

  @Test
  void any_t_members_in_any_order_open_the_same_sums() throws IOException {
    for (Integer[] some : new Integer[][] {{1, 3, 5}, {5, 1, 3}, {3, 4, 5}, {4, 2, 1}}) {
      assertVerified(ElectionScript.threshold(0, 3, 5).decryptedBy(some));
    }
    assertVerified(ElectionScript.threshold(1, 3, 5).decryptedBy(6, 4, 1, 2));
  }

  @Test
  void members_beyond_t_agree_with_the_others() throws IOException {
    Verdict enough = assertVerified(ElectionScript.threshold(1, 2, 4));
    Verdict more = assertVerified(ElectionScript.threshold(1, 2, 4).decryptedBy(1, 2, 3, 4, 5));
    // Two entries of the trustees object; two members more, with six factors each.
    assertThat(finding(enough, CheckId.V24)).isEqualTo(new Finding.Passed(2));
    assertThat(finding(more, CheckId.V24)).isEqualTo(new Finding.Passed(2 + 2 * 6));
  }

  @Test
  void an_attempt_that_ended_with_a_proven_complaint_is_checked_and_told() throws IOException {
    ElectionScript once = ElectionScript.threshold(1, 2, 3);
    ElectionScript twice = ElectionScript.threshold(1, 2, 3);
    twice.members().before(attempt -> bad(attempt).complain(1, 3));
    Verdict plain = assertVerified(once);
    Verdict told = assertVerified(twice);
    assertThat(told.warnings())
        .filteredOn(warning -> warning.code().equals("ceremony-ended"))
        .singleElement()
        .satisfies(
            warning -> assertThat(warning.text()).contains("Attempt 1", "member 1", "member 3"));
    assertThat(finding(told, CheckId.V12).passed())
        .isGreaterThan(finding(plain, CheckId.V12).passed());
  }

  private static KeyAttempt bad(KeyAttempt attempt) {
    return attempt.certify().commit().dealBadly(3, 1);
  }

  @Test
  void attempts_may_be_abandoned_at_every_step_even_a_complete_one() throws IOException {
    ElectionScript script = ElectionScript.threshold(0, 2, 2);
    script
        .members()
        .before(KeyAttemptEnds::afterOneCertificate)
        .before(attempt -> attempt.certify().abandon())
        .before(attempt -> attempt.certify().commit().abandon())
        .before(attempt -> attempt.certify().commit().deal().abandon())
        .before(attempt -> attempt.complete().abandon());
    Verdict verdict = assertVerified(script);
    assertThat(codes(verdict)).filteredOn("ceremony-ended"::equals).hasSize(5);
  }

  /** A name for the shortest attempt there is. */
  private static final class KeyAttemptEnds {
    static void afterOneCertificate(KeyAttempt attempt) {
      attempt.certify(1);
      attempt.abandon();
    }
  }

  @Test
  void an_election_may_go_on_without_a_group_whose_attempt_ended() throws IOException {
    ElectionScript script = ElectionScript.threshold(2, 2, 3).decryptedBy(1, 2);
    script.members().last(attempt -> bad(attempt).complain(1, 3));
    assertVerified(script);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void attempts_are_checked_before_setup_already(boolean proven) throws IOException {
    ElectionScript script = ElectionScript.threshold(0, 2, 3);
    script.members().last(attempt -> bad(attempt).complain(1, 3, attempt.evidence(1, 3)));
    if (!proven) {
      script.change("evidence 1.1", Edit.text("proof.response", "1"));
    }
    Verdict verdict = Verdicts.of(script.holdUntil(Step.CEREMONY).files());
    assertThat(verdict.outcome()).isEqualTo(proven ? Outcome.INCOMPLETE : Outcome.FALSIFIED);
    assertThat(verdict.failed()).isEqualTo(proven ? List.of() : List.of(CheckId.V12));
  }

  @Test
  void a_good_share_is_no_ground_for_a_complaint_however_well_it_is_opened() throws IOException {
    ElectionScript script = ElectionScript.threshold(0, 2, 3);
    script
        .members()
        .before(
            attempt ->
                attempt.certify().commit().deal().complain(1, 3, attempt.falseEvidence(1, 3)));
    Finding finding = finding(Verdicts.of(script), CheckId.V12);
    assertThat(((Finding.Failed) finding).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.found()).isEqualTo("the share is acceptable"));
  }

  @Test
  void an_election_may_be_cancelled_amid_an_attempt() throws IOException {
    ElectionScript script = ElectionScript.threshold(0, 2, 3);
    script.members().last(attempt -> attempt.certify().commit());
    script.holdUntil(Step.CEREMONY);
    byte[] reason = LocalizedText.of(java.util.Map.of("en", "x")).encode().toByteArray();
    script.append(new CancelEntry(script.put("", reason), ElectionScript.OPENS));
    Verdict verdict = Verdicts.of(script.published().files());
    assertThat(verdict.outcome()).as(Verdicts.describe(verdict)).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void every_prefix_of_a_board_with_attempts_is_a_board() throws IOException {
    ElectionScript script = ElectionScript.threshold(1, 2, 3);
    script.members().before(attempt -> bad(attempt).complain(1, 3));
    var published = script.holdUntil(Step.SETUP);
    for (int size = 1; size <= published.size(); size++) {
      Verdict verdict = Verdicts.of(published.files(size));
      assertThat(verdict.outcome())
          .as(size + " " + Verdicts.describe(verdict))
          .isEqualTo(Outcome.INCOMPLETE);
    }
  }
}
