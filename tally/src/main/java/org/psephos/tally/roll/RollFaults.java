package org.psephos.tally.roll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects faults; beyond a great many it only counts them. Not thread safe. */
final class RollFaults {

  /** So many faults are kept. */
  static final int MOST = 100_000;

  private final List<RollFault> faults = new ArrayList<>();
  private long omitted;

  void add(long line, String reason) {
    if (faults.size() < MOST) {
      faults.add(new RollFault(line, reason));
    } else {
      omitted++;
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /** In the order of the lines; those about the whole list come last. */
  List<RollFault> sorted() {
    return faults.stream()
        .sorted(Comparator.comparingLong(f -> f.line() == 0 ? Long.MAX_VALUE : f.line()))
        .toList();
  }

  long omitted() {
    return omitted;
  }
}
