package org.psephos.board.entry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** A change to a running election, from a closed list. */
public record AmendmentEntry(Change change, long time) implements TimedEntry {

  public AmendmentEntry {
    requireNonNull(change, "change is null");
    Ranges.time(time);
  }

  /** What changes. */
  public sealed interface Change permits Closes, Booth, Notice {}

  /** Voting ends at this later time, in Unix seconds. */
  public record Closes(long closes) implements Change {
    public Closes {
      Ranges.time(closes);
    }
  }

  /** The booth is from now on the one with this hash. */
  public record Booth(Digest booth) implements Change {
    public Booth {
      requireNonNull(booth, "booth is null");
    }
  }

  /** Something that voters should know; the hash of a text by language. */
  public record Notice(Digest notice) implements Change {
    public Notice {
      requireNonNull(notice, "notice is null");
    }
  }

  @Override
  public EntryType type() {
    return EntryType.AMENDMENT;
  }

  @Override
  public Json.Obj members() {
    return changed().and("time", time).and("type", type().wireName()).build();
  }

  private Json.Builder changed() {
    if (change instanceof Closes later) {
      return Json.Obj.with("closes", later.closes());
    }
    if (change instanceof Booth other) {
      return Json.Obj.with("booth", other.booth().hex());
    }
    return Json.Obj.with("notice", ((Notice) change).notice().hex());
  }

  @Override
  public List<Reference> references() {
    return change instanceof Notice text
        ? List.of(new Reference(text.notice(), ObjectKind.TEXT))
        : List.of();
  }
}
