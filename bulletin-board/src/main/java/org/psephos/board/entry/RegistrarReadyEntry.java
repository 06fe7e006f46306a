package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** The registrar's word that Setup holds the registrar's own list. */
public record RegistrarReadyEntry(Digest payload) implements ReadyEntry {

  static final String ROLE = "registrar";

  public RegistrarReadyEntry {
    requireNonNull(payload, "payload is null");
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("payload", payload.hex())
        .and("role", ROLE)
        .and("type", type().wireName())
        .build();
  }
}
