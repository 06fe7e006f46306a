package org.psephos.board.bundle;

import static java.util.Objects.requireNonNull;

/**
 * Something in the form of a bundle that must not be.
 *
 * @param path of the member; it comes from a stranger, so escape it before showing it
 */
public record BundleFault(String path, String expected, String found) {

  public BundleFault {
    requireNonNull(path, "path is null");
    requireNonNull(expected, "expected is null");
    requireNonNull(found, "found is null");
  }
}
