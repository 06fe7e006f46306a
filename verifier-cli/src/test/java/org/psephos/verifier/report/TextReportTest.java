package org.psephos.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

  @Test
  void says_first_which_election_and_what_the_verdict_is() {
    List<String> lines = TextReport.of(Samples.verified()).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "Fingerprint  " + Samples.HASH.base64() + "  (not compared with an outside source)");
    assertThat(lines.get(1)).isEqualTo("Verdict      VERIFIED. Every check passed: 1 of them.");
  }

  @Test
  void says_whether_the_fingerprint_is_the_expected_one() {
    assertThat(withFingerprint(new Finding.Passed(1))).contains("(the one that you expected)");
    assertThat(
            withFingerprint(
                new Finding.Failed(
                    1, 0, List.of(new Fault(Subject.of("fingerprint"), "a", "b")), 0)))
        .contains("(NOT the one that you expected)");
  }

  @Test
  void shows_counts_in_ascii_digits_before_the_text_they_belong_to() {
    assertThat(TextReport.of(Samples.verified()).lines())
        .contains("           1  Ünal", "  3 ballots count, with 5 votes.");
  }

  @Test
  void shows_each_fault_and_why_other_checks_could_not_finish() {
    assertThat(TextReport.of(Samples.falsified()).lines())
        .contains(
            "         ballot at index 7, SHA-256 " + Samples.HASH.hex(),
            "           expected: a proof that holds",
            "         and 1 more",
            "         not completed: a ballot was refused",
            "         No result is on the board yet.");
  }

  @Test
  void text_from_the_record_cannot_start_a_line_or_command_the_terminal() {
    for (Verdict verdict : List.of(Samples.verified(), Samples.falsified())) {
      String report = TextReport.of(verdict);
      assertThat(report).doesNotContain("\u001b", "\u202e", "\nV99");
      assertThat(report).contains("Mayor\\u{1B}[31m \\u{202E}<b>\\u{A}V99 passed");
    }
  }

  @Test
  void an_unreadable_board_is_explained() {
    assertThat(TextReport.of(Verdict.unreadable("no such file")).lines())
        .contains(
            "Verdict      UNREADABLE. There is no board here that could be judged.",
            "  - no such file");
  }

  private static String withFingerprint(Finding finding) {
    return TextReport.of(
        new Verdict(
            Samples.identity(),
            List.of(new Line(CheckId.V10, finding)),
            List.of(),
            Optional.empty()));
  }
}
