package org.psephos.tally.demo;

import java.nio.file.Path;

/**
 * What the demonstration is to be like.
 *
 * @param launcher the {@code psephos} program
 * @param group the group of the keys
 * @param voters at least 1
 * @param trustees at least 1
 * @param out where bundle, archive and receipts go
 * @param keep whether the service stays up afterwards
 */
public record Settings(
    Path launcher, String group, int voters, int trustees, Path out, boolean keep) {}
