package org.psephos.board.bel;

import static java.util.Objects.requireNonNull;

/**
 * A place where an archive differs from the one that its events call for.
 *
 * @param position of the member in the archive, from 0; one more than the last for what is missing
 *     at the end
 * @param member its name; it comes from a stranger, so escape it before showing it
 * @param found likewise
 */
public record BelFault(long position, String member, String expected, String found) {

  public BelFault {
    requireNonNull(member, "member is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(found, "found is null");
  }
}
