package org.psephos.verifier.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.Verdict;

/** Each defect is found, by the check whose number it has and by no other. */
class DefectTest {

  static Stream<Defect> defects() {
    return Stream.of(
            BoardDefects.all(),
            DefinitionDefects.all(),
            AttemptDefects.all(),
            GroupDefects.all(),
            PeopleDefects.all(),
            TallyDefects.all())
        .flatMap(stream -> stream);
  }

  @ParameterizedTest
  @MethodSource("defects")
  void fails_exactly_its_own_check(Defect defect) throws IOException {
    Verdict verdict = Verdicts.of(defect.files().get());
    assertThat(verdict.failed())
        .as(() -> Verdicts.describe(verdict))
        .containsExactly(defect.expected());
    assertThat(verdict.outcome()).isEqualTo(Outcome.FALSIFIED);
  }
}
