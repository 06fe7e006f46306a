package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * A trustee's word that Setup holds the trustee's own key.
 *
 * @param owner from 1 to {@link ReadyEntry#MOST_TRUSTEES}
 */
public record TrusteeReadyEntry(int owner, Digest payload) implements ReadyEntry {

  static final String ROLE = "trustee";

  public TrusteeReadyEntry {
    Ranges.owner(owner);
    requireNonNull(payload, "payload is null");
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("owner", owner)
        .and("payload", payload.hex())
        .and("role", ROLE)
        .and("type", type().wireName())
        .build();
  }
}
