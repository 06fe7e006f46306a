package org.psephos.tally.demo;

import java.nio.file.Path;

/**
 * What the demonstration is to be like.
 *
 * @param launcher the {@code psephos} program
 * @param group the group of the keys
 * @param voters at least 2
 * @param trustees at least 1
 * @param threshold how many of them can decrypt; if all are needed, each holds a key alone
 * @param absent how many of them do not come to the tally, at most those who are not needed
 * @param out where bundle, archive and receipts go
 * @param keep whether the service stays up afterwards
 */
public record Settings(
    Path launcher,
    String group,
    int voters,
    int trustees,
    int threshold,
    int absent,
    Path out,
    boolean keep) {

  /** Whether the election cannot be opened without every trustee. */
  boolean allNeeded() {
    return threshold == trustees;
  }
}
