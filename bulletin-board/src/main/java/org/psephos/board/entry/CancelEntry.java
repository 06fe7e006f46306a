package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** The election ends here without a result; its payload gives the reason by language. */
public record CancelEntry(Digest payload, long time) implements TimedEntry {

  public CancelEntry {
    requireNonNull(payload, "payload is null");
    Ranges.time(time);
  }

  @Override
  public EntryType type() {
    return EntryType.CANCEL;
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("payload", payload.hex())
        .and("time", time)
        .and("type", type().wireName())
        .build();
  }

  @Override
  public List<Reference> references() {
    return List.of(new Reference(payload, ObjectKind.TEXT));
  }
}
