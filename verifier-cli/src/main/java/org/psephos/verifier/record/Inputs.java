package org.psephos.verifier.record;

import java.util.List;
import java.util.Optional;
import org.psephos.crypto.hash.Digest;

/**
 * What the user knows from elsewhere, to compare the record with.
 *
 * @param fingerprint the announced fingerprint
 * @param receipts the receipts in the user's folder, at least one; empty if none were given
 * @param earlier a checkpoint that the user saw earlier
 */
public record Inputs(
    Optional<Digest> fingerprint, List<Document> receipts, Optional<Document> earlier) {

  /** Nothing to compare with. */
  public static final Inputs NONE = new Inputs(Optional.empty(), List.of(), Optional.empty());

  public Inputs {
    receipts = List.copyOf(receipts);
  }
}
