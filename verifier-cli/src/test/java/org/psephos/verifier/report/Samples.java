package org.psephos.verifier.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.crypto.hash.Digest;

/** Verdicts to write. */
final class Samples {

  static final Digest HASH = Digest.sha256("sample");
  private static final String HOSTILE = "Mayor\u001b[31m \u202e<b>\nV99 passed";

  private Samples() {}

  static Identity identity() {
    return new Identity(
        Optional.of("Qi5a6fmf63fo7g"),
        Optional.of(HASH),
        Optional.of("Ed25519"),
        Optional.of("vote.example.org/board/Qi5a6fmf63fo7g"),
        Optional.of(HOSTILE),
        OptionalLong.of(12),
        Optional.of(HASH));
  }

  static Verdict verified() {
    Results results =
        new Results(
            3,
            5,
            List.of(
                new Results.Question(
                    HOSTILE,
                    List.of(new Results.Choice("Ünal", 1), new Results.Choice(HOSTILE, 12)))));
    return new Verdict(
        identity(),
        List.of(new Line(CheckId.V04, new Finding.Passed(12))),
        List.of(new Warning("times", "Times are the operator's word. " + HOSTILE)),
        Optional.of(results));
  }

  static Verdict falsified() {
    Fault fault = new Fault(Subject.at("ballot", 7, HASH), "a proof that holds", HOSTILE);
    return new Verdict(
        identity(),
        List.of(
            new Line(CheckId.V18, new Finding.Failed(9, 7, List.of(fault), 1)),
            new Line(CheckId.V20, new Finding.Blocked(2, 1, "a ballot was refused")),
            new Line(CheckId.V25, new Finding.NotYet("No result is on the board yet."))),
        List.of(),
        Optional.empty());
  }
}
