package org.psephos.tally.roll;

import java.util.List;

/**
 * The voters, read from CSV as people have it. The first line may name the columns; without it each
 * line is {@code login} or {@code login,weight}. Comma, semicolon or tab, with or without
 * byte-order mark, quoted cells over several lines, empty lines: all of it is read. What is wrong
 * is said line by line, and then nothing is taken.
 *
 * @param columns the names of what else is kept of each voter
 * @param voters at least one, each login once
 * @param weighted whether the list gives weights
 */
public record ElectoralRoll(List<String> columns, List<Voter> voters, boolean weighted) {

  /** The most voters that an election may have. */
  public static final int MAX_VOTERS = 1_000_000;

  /** The greatest sum of weights. */
  public static final long MAX_WEIGHT = 1_000_000_000;

  /** The largest file, in bytes. */
  public static final long MAX_BYTES = 256L << 20;

  public ElectoralRoll {
    columns = List.copyOf(columns);
    voters = List.copyOf(voters);
  }

  /** Reads a file's content and says everything that is wrong with it. */
  public static RollReport review(byte[] content, RollFormat format) {
    RollFaults faults = new RollFaults();
    String text = RollText.read(content, format.charset(), faults);
    RollReading reading = new RollReading(format, faults);
    if (text.indexOf('\0') < 0) {
      RollTable.of(text, format).forEach(reading, faults);
    }
    return reading.report();
  }

  /**
   * Reads a file's content.
   *
   * @throws RollException naming every fault
   */
  public static ElectoralRoll read(byte[] content, RollFormat format) throws RollException {
    RollReport report = review(content, format);
    return report.roll().orElseThrow(() -> new RollException(report.inWords()));
  }
}
