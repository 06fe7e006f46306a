package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/**
 * The frozen definition: the manifest and version 1's setup_data, which names election, trustees
 * and credentials.
 */
public record SetupEntry(Digest manifest, Digest payload) implements BoardEntry {

  public SetupEntry {
    requireNonNull(manifest, "manifest is null");
    requireNonNull(payload, "payload is null");
  }

  @Override
  public EntryType type() {
    return EntryType.SETUP;
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("manifest", manifest.hex())
        .and("payload", payload.hex())
        .and("type", type().wireName())
        .build();
  }

  @Override
  public List<Reference> references() {
    return List.of(
        new Reference(manifest, ObjectKind.MANIFEST),
        new Reference(payload, ObjectKind.SETUP_DATA));
  }
}
