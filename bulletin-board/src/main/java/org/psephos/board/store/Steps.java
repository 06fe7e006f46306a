package org.psephos.board.store;

import java.util.List;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.store.Extension.TileRoot;

/** What every store demands of an extension before it writes it. */
final class Steps {

  private Steps() {}

  /**
   * The extension, if it continues the standing head with the pending entries.
   *
   * @throws IllegalArgumentException otherwise: whoever computed it has a fault
   */
  static Extension checked(Standing standing, Extension extension, boolean mayAdd) {
    List<EntryBytes> pending = standing.pending();
    List<EntryBytes> entries = extension.entries();
    if (extension.from() != standing.head().size()) {
      throw new IllegalArgumentException("the extension does not continue the head");
    }
    if (entries.size() < pending.size()
        || (!mayAdd && entries.size() > pending.size())
        || !entries.subList(0, pending.size()).equals(pending)) {
      throw new IllegalArgumentException("the extension does not begin with what is pending");
    }
    requireTiles(standing.head().size(), extension);
    return extension;
  }

  /** Exactly the tiles that become full, in order, level by level. */
  private static void requireTiles(long before, Extension extension) {
    int seen = 0;
    long from = before;
    long to = extension.head().size();
    for (int level = 1; to >= BoardReads.TILE; level++) {
      from /= BoardReads.TILE;
      to /= BoardReads.TILE;
      for (long place = from; place < to; place++) {
        TileRoot tile = seen < extension.tiles().size() ? extension.tiles().get(seen) : null;
        if (tile == null || tile.level() != level || tile.index() != place) {
          throw new IllegalArgumentException(
              "tile " + place + " of level " + level + " is missing");
        }
        seen++;
      }
    }
    if (seen != extension.tiles().size()) {
      throw new IllegalArgumentException("tiles that are not full");
    }
  }
}
