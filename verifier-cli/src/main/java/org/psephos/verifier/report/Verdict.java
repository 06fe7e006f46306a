package org.psephos.verifier.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;

/**
 * What a verification says as a whole. The outcome follows from the lines: an empty verdict is
 * unreadable, one failed check makes it falsified, and only a verdict in which every check passed
 * is verified.
 *
 * @param election which election
 * @param lines one for each check that the record calls for, in the order of their numbers
 * @param warnings in the order in which they were noticed
 * @param results the confirmed result; only in a verified verdict
 */
public record Verdict(
    Identity election, List<Line> lines, List<Warning> warnings, Optional<Results> results) {

  public Verdict {
    lines = lines.stream().sorted(Comparator.comparing(Line::check)).toList();
    warnings = List.copyOf(warnings);
    if (lines.stream().map(Line::check).distinct().count() != lines.size()) {
      throw new IllegalArgumentException("a check stands in the verdict twice");
    }
    if (results.isPresent() && outcome(lines) != Outcome.VERIFIED) {
      throw new IllegalArgumentException("only a verified election has a result");
    }
  }

  /** The verdict on something that is no readable board; the reason may hold hostile text. */
  public static Verdict unreadable(String reason) {
    return new Verdict(
        Identity.UNKNOWN, List.of(), List.of(new Warning("unreadable", reason)), Optional.empty());
  }

  /** The verdict on a bundle whose members cannot even be told apart. */
  public static Verdict malformed(DecodingException problem) {
    Fault fault = Fault.of(Subject.of("bundle"), problem);
    return new Verdict(
        Identity.UNKNOWN,
        List.of(new Line(CheckId.V01, new Finding.Failed(1, 0, List.of(fault), 0))),
        List.of(),
        Optional.empty());
  }

  public Outcome outcome() {
    return outcome(lines);
  }

  /** The checks that found a fault of their own. */
  public List<CheckId> failed() {
    return lines.stream()
        .filter(line -> line.finding() instanceof Finding.Failed)
        .map(Line::check)
        .toList();
  }

  private static Outcome outcome(List<Line> lines) {
    if (lines.isEmpty()) {
      return Outcome.UNREADABLE;
    }
    if (lines.stream().anyMatch(line -> isRefused(line.finding()))) {
      return Outcome.FALSIFIED;
    }
    return lines.stream().allMatch(line -> line.finding() instanceof Finding.Passed)
        ? Outcome.VERIFIED
        : Outcome.INCOMPLETE;
  }

  /** A blocked check stands beside a failed one; alone it would still be no reason for trust. */
  private static boolean isRefused(Finding finding) {
    return finding instanceof Finding.Failed || finding instanceof Finding.Blocked;
  }
}
