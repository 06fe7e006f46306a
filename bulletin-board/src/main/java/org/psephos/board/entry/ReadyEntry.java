package org.psephos.board.entry;

import java.util.List;
import org.psephos.crypto.hash.Digest;

/** Someone with a secret checked Setup and found their own contribution in it. */
public sealed interface ReadyEntry extends BoardEntry
    permits TrusteeReadyEntry, RegistrarReadyEntry {

  /** The largest number of trustees. */
  int MOST_TRUSTEES = 25;

  /** The hash of the signed statement. */
  Digest payload();

  @Override
  default EntryType type() {
    return EntryType.READY;
  }

  @Override
  default List<Reference> references() {
    return List.of(new Reference(payload(), ObjectKind.READY));
  }
}
