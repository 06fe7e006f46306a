package org.psephos.board.store;

import java.util.ArrayList;
import java.util.List;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.store.Extension.TileRoot;
import org.psephos.crypto.hash.Digest;

/**
 * Computes what new entries make of a tree.
 *
 * @param extension what the store takes
 * @param frontier the right edge afterwards
 */
public record Growth(Extension extension, Frontier frontier) {

  /**
   * The growth by these entries, at least one.
   *
   * @param before the right edge of the tree that they follow
   * @param reads gives the hashes of the last, unfilled tiles of that tree
   */
  public static Growth by(List<EntryBytes> entries, Frontier before, BoardReads reads)
      throws StoreUnavailableException {
    List<Digest> leaves =
        entries.stream().map(entry -> TreeHash.leaf(entry.toByteArray())).toList();
    Frontier after = before.appendAll(leaves);
    TreeHead head = new TreeHead(after.size(), after.root());
    List<TileRoot> tiles = tiles(before.size(), leaves, reads);
    return new Growth(new Extension(entries, leaves, tiles, head), after);
  }

  private static List<TileRoot> tiles(long size, List<Digest> leaves, BoardReads reads)
      throws StoreUnavailableException {
    List<TileRoot> completed = new ArrayList<>();
    List<Digest> fresh = leaves;
    long count = size;
    for (int level = 0; !fresh.isEmpty(); level++) {
      int partial = (int) (count % BoardReads.TILE);
      List<Digest> hashes = new ArrayList<>();
      if (partial + fresh.size() >= BoardReads.TILE) {
        hashes.addAll(reads.hashes(level, count - partial, partial));
        hashes.addAll(fresh);
      }
      count /= BoardReads.TILE;
      fresh = roots(hashes);
      for (int i = 0; i < fresh.size(); i++) {
        completed.add(new TileRoot(level + 1, count + i, fresh.get(i)));
      }
    }
    return completed;
  }

  /** The roots of the full tiles among these hashes, the first of which begins a tile. */
  private static List<Digest> roots(List<Digest> hashes) {
    List<Digest> roots = new ArrayList<>();
    for (int at = 0; at + BoardReads.TILE <= hashes.size(); at += BoardReads.TILE) {
      roots.add(StoredNodes.root(hashes.subList(at, at + BoardReads.TILE)));
    }
    return roots;
  }
}
