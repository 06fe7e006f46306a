package org.psephos.verifier.checks;

import java.io.IOException;
import java.util.Map;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Published;
import org.psephos.verifier.record.Inputs;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Line;
import org.psephos.verifier.report.Verdict;

/** Verifies what tests make. */
final class Verdicts {

  private Verdicts() {}

  static Verdict of(ElectionScript script) throws IOException {
    return of(script.hold().files(), Inputs.NONE, 2);
  }

  static Verdict of(Map<String, byte[]> files) throws IOException {
    return of(files, Inputs.NONE, 2);
  }

  static Verdict of(Map<String, byte[]> files, Inputs inputs, int threads) throws IOException {
    return Verification.of(Published.input(files), inputs, threads, check -> {});
  }

  /** The lines that are not passed, for the message of a failing test. */
  static String describe(Verdict verdict) {
    StringBuilder text = new StringBuilder(verdict.outcome() + "\n");
    for (Line line : verdict.lines()) {
      if (!(line.finding() instanceof Finding.Passed)) {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }
}
