package org.psephos.board.entry;

import java.util.List;
import org.psephos.crypto.codec.Json;

/** From here on ballots are taken. */
public record OpenEntry(long time) implements TimedEntry {

  public OpenEntry {
    Ranges.time(time);
  }

  @Override
  public EntryType type() {
    return EntryType.OPEN;
  }

  @Override
  public Json.Obj members() {
    return Json.Obj.with("time", time).and("type", type().wireName()).build();
  }

  @Override
  public List<Reference> references() {
    return List.of();
  }
}
