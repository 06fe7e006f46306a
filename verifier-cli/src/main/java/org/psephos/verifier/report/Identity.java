package org.psephos.verifier.report;

import java.util.Optional;
import java.util.OptionalLong;
import org.psephos.crypto.hash.Digest;

/**
 * Which election a verdict is about, as far as it could be read.
 *
 * @param title the election's name, from the record
 * @param size the number of entries that the checkpoint covers
 */
public record Identity(
    Optional<String> uuid,
    Optional<Digest> fingerprint,
    Optional<String> group,
    Optional<String> origin,
    Optional<String> title,
    OptionalLong size,
    Optional<Digest> root) {

  /** Nothing could be read. */
  public static final Identity UNKNOWN =
      new Identity(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalLong.empty(),
          Optional.empty());
}
