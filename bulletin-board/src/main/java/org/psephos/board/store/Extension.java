package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.psephos.board.entry.EntryBytes;
import org.psephos.crypto.hash.Digest;

/**
 * Entries that follow a head, and the head that they lead to.
 *
 * @param entries in order, at least one
 * @param leaves the leaf hash of each entry
 * @param tiles the roots of the tiles that these entries complete
 */
public record Extension(
    List<EntryBytes> entries, List<Digest> leaves, List<TileRoot> tiles, TreeHead head) {

  public Extension {
    entries = List.copyOf(entries);
    leaves = List.copyOf(leaves);
    tiles = List.copyOf(tiles);
    requireNonNull(head, "head is null");
    if (entries.isEmpty() || leaves.size() != entries.size() || head.size() < entries.size()) {
      throw new IllegalArgumentException("an extension has entries, and a leaf hash for each");
    }
  }

  /** The index of the first entry. */
  public long from() {
    return head.size() - entries.size();
  }

  /**
   * The root of a completed tile, as the level above holds it.
   *
   * @param level the level that holds it, 1 to 7
   * @param index its place in that level
   */
  public record TileRoot(int level, long index, Digest root) {
    public TileRoot {
      requireNonNull(root, "root is null");
      if (level < 1 || level > 7 || index < 0) {
        throw new IllegalArgumentException("no tile root " + index + " at level " + level);
      }
    }
  }
}
