package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * The public key of one trustee with its proof (version 1's K). The last one of an owner before
 * Setup is the one that counts.
 *
 * @param owner from 1 to {@link ReadyEntry#MOST_TRUSTEES}
 */
public record TrusteeKeyEntry(int owner, Digest payload) implements CeremonyEntry {

  static final String KIND = "trustee-key";

  public TrusteeKeyEntry {
    Ranges.owner(owner);
    requireNonNull(payload, "payload is null");
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("kind", KIND)
        .and("owner", owner)
        .and("payload", payload.hex())
        .and("type", type().wireName())
        .build();
  }

  @Override
  public List<Reference> references() {
    return List.of(new Reference(payload, ObjectKind.TRUSTEE_KEY));
  }
}
