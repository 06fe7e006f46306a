package org.psephos.verifier.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.Verdict;

class HonestElectionTest {

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "BELENIOS-2048"})
  void is_verified(String group) throws IOException {
    Verdict verdict = Verdicts.of(new ElectionScript(group));
    assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
  }
}
