package org.psephos.tally.roll;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What came of reading a voter list.
 *
 * @param read how many lines name a voter, or should
 * @param accepted how many of them are right
 * @param weight the sum of the weights of those
 * @param faults what is wrong, in the order of the lines
 * @param omitted how many more faults there are
 * @param roll the voters, if nothing is wrong
 */
public record RollReport(
    long read,
    long accepted,
    long weight,
    List<RollFault> faults,
    long omitted,
    Optional<ElectoralRoll> roll) {

  public RollReport {
    faults = List.copyOf(faults);
  }

  /** Every fault on a line of its own; it may hold text of the list, so escape it line by line. */
  public String inWords() {
    StringJoiner lines = new StringJoiner("\n  ");
    lines.add("the voter list has faults; nothing was made of it:");
    faults.forEach(fault -> lines.add(fault.toString()));
    if (omitted > 0) {
      lines.add("and " + omitted + " more");
    }
    return lines.toString();
  }
}
