package org.psephos.crypto.finding;

import java.util.ArrayList;
import java.util.List;

/**
 * The outcome of checking a value: how many checks were made and what they found. Immutable. An
 * inspection without any check says nothing, so it does not count as passed.
 *
 * @param checks the number of checks made, the failed ones included
 * @param findings in the order in which they were made
 */
public record Inspection(int checks, List<Finding> findings) {

  public Inspection {
    findings = List.copyOf(findings);
    if (checks < 0) {
      throw new IllegalArgumentException("a negative number of checks");
    }
  }

  /** True if something was checked and nothing must be refused; warnings do not count. */
  public boolean passed() {
    return checks > 0 && faults().isEmpty();
  }

  public List<Finding> faults() {
    return of(Finding.Severity.FAULT);
  }

  public List<Finding> warnings() {
    return of(Finding.Severity.WARNING);
  }

  private List<Finding> of(Finding.Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /** Collects the findings of one inspection; not thread safe. */
  public static final class Notebook {
    private final List<Finding> findings = new ArrayList<>();
    private int checks;

    /** Counts a check and notes a fault unless it holds. */
    public void require(boolean holds, String code, String where, String expected, String found) {
      checks++;
      if (!holds) {
        findings.add(new Finding(Finding.Severity.FAULT, code, where, expected, found));
      }
    }

    /** Counts a check and notes a warning unless it holds. */
    public void prefer(boolean holds, String code, String where, String expected, String found) {
      checks++;
      if (!holds) {
        findings.add(new Finding(Finding.Severity.WARNING, code, where, expected, found));
      }
    }

    /** Takes over the checks and findings of a part. */
    public void include(Inspection part) {
      checks += part.checks();
      findings.addAll(part.findings());
    }

    public Inspection close() {
      return new Inspection(checks, findings);
    }
  }
}
