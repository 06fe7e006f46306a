package org.psephos.verifier.report;

import org.psephos.crypto.codec.Printable;
import org.psephos.crypto.hash.Digest;

/**
 * Writes a verdict for people: first which election and what the verdict is, then what was checked,
 * the result, and what else a reader should know. Text from the record is escaped, and stands last
 * in its line, so that it cannot move a number.
 */
public final class TextReport {

  private final StringBuilder out = new StringBuilder();

  private TextReport() {}

  /** The verdict as lines, each ending with a line feed. */
  public static String of(Verdict verdict) {
    TextReport report = new TextReport();
    report.head(verdict);
    report.checks(verdict);
    verdict.results().ifPresent(report::results);
    report.warnings(verdict);
    return report.out.toString();
  }

  private void head(Verdict verdict) {
    Identity election = verdict.election();
    row(
        "Fingerprint",
        election.fingerprint().map(Digest::base64).orElse("unknown") + comparison(verdict));
    row("Verdict", sentence(verdict));
    election.title().ifPresent(title -> row("Election", title));
    election.uuid().ifPresent(uuid -> row("Identifier", uuid));
    election.group().ifPresent(group -> row("Group", group));
    election.origin().ifPresent(origin -> row("Board", origin));
    election.size().ifPresent(size -> row("Size", size + " entries"));
    election.root().ifPresent(root -> row("Root", root.hex()));
  }

  private static String comparison(Verdict verdict) {
    for (Line line : verdict.lines()) {
      if (line.check() == CheckId.V10) {
        return line.finding() instanceof Finding.Passed
            ? "  (the one that you expected)"
            : "  (NOT the one that you expected)";
      }
    }
    return verdict.election().fingerprint().isPresent()
        ? "  (not compared with an outside source)"
        : "";
  }

  private static String sentence(Verdict verdict) {
    return switch (verdict.outcome()) {
      case VERIFIED -> "VERIFIED. Every check passed: " + verdict.lines().size() + " of them.";
      case FALSIFIED -> "FALSIFIED. " + failedChecks(verdict);
      case INCOMPLETE -> "INCOMPLETE. Nothing is wrong so far, but the election is not over.";
      case UNREADABLE -> "UNREADABLE. There is no board here that could be judged.";
    };
  }

  private static String failedChecks(Verdict verdict) {
    int failed = verdict.failed().size();
    return failed == 1 ? "1 check failed." : failed + " checks failed.";
  }

  private void checks(Verdict verdict) {
    if (verdict.lines().isEmpty()) {
      return;
    }
    heading("Checks");
    for (Line line : verdict.lines()) {
      check(line);
    }
  }

  private void check(Line line) {
    Finding finding = line.finding();
    String counts = finding.passed() + " of " + finding.expected();
    line(
        "  "
            + line.check().name()
            + "  "
            + pad(status(finding), 8)
            + pad(finding instanceof Finding.NotYet ? "" : counts, 18)
            + line.check().promise());
    if (finding instanceof Finding.NotYet notYet) {
      line("         " + notYet.reason());
    } else if (finding instanceof Finding.Blocked blocked) {
      line("         not completed: " + blocked.reason());
    } else if (finding instanceof Finding.Failed failed) {
      faults(failed);
    }
  }

  private static String status(Finding finding) {
    if (finding instanceof Finding.Passed) {
      return "passed";
    }
    return finding instanceof Finding.Failed ? "FAILED" : "not run";
  }

  private void faults(Finding.Failed failed) {
    for (Fault fault : failed.faults()) {
      line("         " + subject(fault.subject()));
      line("           expected: " + fault.expected());
      line("           found:    " + fault.found());
    }
    if (failed.omitted() > 0) {
      line("         and " + failed.omitted() + " more");
    }
  }

  private static String subject(Subject subject) {
    StringBuilder name = new StringBuilder(subject.kind());
    subject.index().ifPresent(index -> name.append(" at index ").append(index));
    subject.hash().ifPresent(hash -> name.append(", SHA-256 ").append(hash.hex()));
    return name.toString();
  }

  private void results(Results results) {
    heading("Result");
    line("  " + results.ballots() + " ballots count, with " + results.weight() + " votes.");
    int number = 0;
    for (Results.Question question : results.questions()) {
      number++;
      line("");
      line("  Question " + number + ": " + question.text());
      for (Results.Choice choice : question.choices()) {
        line(
            "  "
                + " ".repeat(Math.max(0, 10 - digits(choice)))
                + choice.count()
                + "  "
                + choice.answer());
      }
    }
  }

  private static int digits(Results.Choice choice) {
    return Long.toString(choice.count()).length();
  }

  private void warnings(Verdict verdict) {
    if (verdict.warnings().isEmpty()) {
      return;
    }
    heading("What else you should know");
    for (Warning warning : verdict.warnings()) {
      line("  - " + warning.text());
    }
  }

  private void heading(String text) {
    line("");
    line(text);
  }

  private void row(String name, String value) {
    line(pad(name, 13) + value);
  }

  private void line(String text) {
    out.append(Printable.escape(text)).append('\n');
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
