package org.psephos.verifier.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts what one check examines and collects the faults it finds. A check has passed only if
 * everything that was expected was passed, and nothing expected is itself a fault, so that a check
 * that looked at nothing cannot pass by accident.
 *
 * <p>Not thread safe. The result does not depend on the order in which faults are noted.
 */
public final class Examination {

  /** So many faults are shown; the others are counted. */
  static final int SHOWN = 100;

  private final List<Fault> faults = new ArrayList<>();
  private long faultCount;
  private long expected;
  private long passed;
  private boolean mayBeEmpty;

  /** There are so many things more to check. */
  public void expect(long more) {
    if (more < 0) {
      throw new IllegalArgumentException("a negative number of things");
    }
    expected += more;
  }

  /** One of the expected things is right. */
  public void pass() {
    passed++;
  }

  /** One of the expected things is wrong; more faults may be noted about the same thing. */
  public void fail(Fault fault) {
    faults.add(fault);
    faultCount++;
    if (faults.size() > 2 * SHOWN) {
      keepFirst();
    }
  }

  /** Passes one expected thing if the list is empty, else notes the faults about it. */
  public void conclude(List<Fault> found) {
    if (found.isEmpty()) {
      pass();
    }
    found.forEach(this::fail);
  }

  /** One of the expected things is right if it is what it should be. */
  public void match(Subject subject, String what, String wanted, String found) {
    if (wanted.equals(found)) {
      pass();
    } else {
      fail(new Fault(subject, what + " " + wanted, found));
    }
  }

  /** Expects one more thing and concludes about it. */
  public void examine(List<Fault> found) {
    expect(1);
    conclude(found);
  }

  /** Expects one more thing, which is right if the condition holds. */
  public void require(boolean holds, Subject subject, String wanted, String found) {
    examine(holds ? List.of() : List.of(new Fault(subject, wanted, found)));
  }

  /**
   * Declares that an election may rightly have nothing to check here, as one without ballots has no
   * signatures. Without this, nothing expected is a fault.
   */
  public Examination orNothing() {
    mayBeEmpty = true;
    return this;
  }

  public boolean hasFaults() {
    return faultCount > 0;
  }

  /** What this examination says when everything could be examined. */
  public Finding finding() {
    return finding("an earlier check refused what is missing here");
  }

  /**
   * What this examination says.
   *
   * @param blocked why something expected was neither passed nor failed
   */
  public Finding finding(String blocked) {
    if (expected == 0 && faultCount == 0 && !mayBeEmpty) {
      fail(new Fault(Subject.of("check"), "at least one thing to check", "nothing"));
    }
    if (faultCount > 0) {
      keepFirst();
      return new Finding.Failed(
          Math.max(expected, passed), passed, faults, faultCount - faults.size());
    }
    return passed == expected
        ? new Finding.Passed(expected)
        : new Finding.Blocked(expected, passed, blocked);
  }

  private void keepFirst() {
    faults.sort(Fault.ORDER);
    if (faults.size() > SHOWN) {
      faults.subList(SHOWN, faults.size()).clear();
    }
  }
}
