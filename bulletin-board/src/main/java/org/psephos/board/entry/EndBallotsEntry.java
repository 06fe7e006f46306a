package org.psephos.board.entry;

import java.util.List;
import org.psephos.crypto.codec.Json;

/** No ballot stands after this entry. */
public record EndBallotsEntry(long time) implements TimedEntry {

  public EndBallotsEntry {
    Ranges.time(time);
  }

  @Override
  public EntryType type() {
    return EntryType.END_BALLOTS;
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
