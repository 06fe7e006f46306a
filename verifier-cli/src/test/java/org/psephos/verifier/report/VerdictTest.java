package org.psephos.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.psephos.verifier.report.Finding.Blocked;
import org.psephos.verifier.report.Finding.Failed;
import org.psephos.verifier.report.Finding.NotYet;
import org.psephos.verifier.report.Finding.Passed;

class VerdictTest {

  private static final Line PASSED = new Line(CheckId.V04, new Passed(3));
  private static final Line NOT_YET = new Line(CheckId.V25, new NotYet("no result yet"));
  private static final Line FAILED =
      new Line(
          CheckId.V03, new Failed(1, 0, List.of(new Fault(Subject.of("checkpoint"), "a", "b")), 0));
  private static final Line BLOCKED = new Line(CheckId.V05, new Blocked(2, 1, "refused"));

  @Test
  void is_verified_only_if_every_check_passed() {
    assertThat(outcome(PASSED)).isEqualTo(Outcome.VERIFIED);
    assertThat(outcome(PASSED, NOT_YET)).isEqualTo(Outcome.INCOMPLETE);
    assertThat(outcome(PASSED, FAILED)).isEqualTo(Outcome.FALSIFIED);
    assertThat(outcome(PASSED, NOT_YET, FAILED)).isEqualTo(Outcome.FALSIFIED);
  }

  @Test
  void is_falsified_if_something_could_not_be_examined_for_any_reason_but_time() {
    assertThat(outcome(PASSED, BLOCKED)).isEqualTo(Outcome.FALSIFIED);
  }

  @Test
  void is_unreadable_if_nothing_was_checked() {
    assertThat(outcome()).isEqualTo(Outcome.UNREADABLE);
    assertThat(Verdict.unreadable("no such file").outcome()).isEqualTo(Outcome.UNREADABLE);
  }

  @Test
  void names_the_checks_that_failed_themselves() {
    assertThat(verdict(BLOCKED, PASSED, FAILED).failed()).containsExactly(CheckId.V03);
  }

  @Test
  void keeps_the_checks_in_the_order_of_their_numbers() {
    assertThat(verdict(NOT_YET, PASSED, FAILED).lines()).containsExactly(FAILED, PASSED, NOT_YET);
  }

  @Test
  void refuses_the_same_check_twice() {
    assertThatIllegalArgumentException().isThrownBy(() -> verdict(PASSED, PASSED));
  }

  @Test
  void refuses_a_result_that_is_not_verified() {
    Optional<Results> results = Optional.of(new Results(0, 0, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Verdict(Identity.UNKNOWN, List.of(FAILED), List.of(), results));
    assertThat(new Verdict(Identity.UNKNOWN, List.of(PASSED), List.of(), results).results())
        .isEqualTo(results);
  }

  private static Outcome outcome(Line... lines) {
    return verdict(lines).outcome();
  }

  private static Verdict verdict(Line... lines) {
    return new Verdict(Identity.UNKNOWN, List.of(lines), List.of(), Optional.empty());
  }
}
