package org.psephos.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.verifier.report.Finding.Blocked;
import org.psephos.verifier.report.Finding.Failed;
import org.psephos.verifier.report.Finding.Passed;

class ExaminationTest {

  private final Examination examination = new Examination();

  @Test
  void passes_when_everything_expected_passed() {
    examination.expect(2);
    examination.pass();
    examination.pass();
    assertThat(examination.finding()).isEqualTo(new Passed(2));
  }

  @Test
  void does_not_pass_when_something_expected_was_never_examined() {
    examination.expect(2);
    examination.pass();
    assertThat(examination.finding("it was refused"))
        .isEqualTo(new Blocked(2, 1, "it was refused"));
  }

  @Test
  void fails_when_nothing_was_expected() {
    assertThat(examination.finding()).isInstanceOf(Failed.class);
  }

  @Test
  void passes_when_nothing_was_expected_and_that_is_declared_to_be_right() {
    assertThat(examination.orNothing().finding()).isEqualTo(new Passed(0));
  }

  @Test
  void one_fault_is_enough_to_fail() {
    examination.expect(2);
    examination.pass();
    examination.conclude(List.of(fault(7)));
    assertThat(examination.finding()).isEqualTo(new Failed(2, 1, List.of(fault(7)), 0));
  }

  @Test
  void a_thing_with_two_faults_is_counted_once() {
    examination.expect(1);
    examination.conclude(List.of(fault(3), fault(3)));
    assertThat(examination.finding()).isEqualTo(new Failed(1, 0, List.of(fault(3), fault(3)), 0));
  }

  @Test
  void the_first_faults_in_board_order_are_shown_whatever_the_order_of_finding() {
    List<Fault> faults = new ArrayList<>();
    for (int index = 0; index < 1000; index++) {
      faults.add(fault(index));
    }
    List<Fault> first = List.copyOf(faults.subList(0, Examination.SHOWN));
    Collections.reverse(faults);
    examination.expect(1000);
    faults.forEach(examination::fail);
    assertThat(examination.finding())
        .isEqualTo(new Failed(1000, 0, first, 1000 - Examination.SHOWN));
  }

  private static Fault fault(long index) {
    return new Fault(Subject.at("ballot", index), "this", "that");
  }
}
