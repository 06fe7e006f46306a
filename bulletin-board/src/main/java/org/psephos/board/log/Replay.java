package org.psephos.board.log;

import java.util.ArrayList;
import java.util.List;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.entry.ObjectSource;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.order.BoardState;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredNodes;
import org.psephos.board.store.StoredObjects;
import org.psephos.board.store.TreeHead;
import org.psephos.crypto.hash.Digest;

/**
 * Reads a stored board from some entry on and recomputes everything that follows from the bytes of
 * its entries: their order, their hashes, the tree. What is stored beside them must agree.
 */
final class Replay {

  private static final int PIECE = 4 * BoardReads.TILE;

  private final BoardReads reads;
  private final ObjectSource objects;

  Replay(BoardReads reads) {
    this.reads = reads;
    this.objects = new StoredObjects(reads);
  }

  /** The tip at this head, which is not before the given one. */
  Tip from(Tip known, TreeHead head) throws BoardDamagedException, StoreUnavailableException {
    Tip tip = known;
    while (tip.size() < head.size()) {
      int wanted = (int) Math.min(PIECE, head.size() - tip.size());
      List<EntryBytes> entries = reads.entries(tip.size(), wanted);
      if (entries.size() < wanted) {
        throw new BoardDamagedException(
            "entry " + (tip.size() + entries.size()) + " of " + head.size() + " is missing");
      }
      tip = after(tip, entries);
    }
    if (!tip.head().equals(head)) {
      throw new BoardDamagedException(
          "the stored entries do not have the stored root at size " + head.size());
    }
    requireTileRoots(known.size(), head.size());
    return tip;
  }

  private Tip after(Tip tip, List<EntryBytes> entries)
      throws BoardDamagedException, StoreUnavailableException {
    List<Digest> leaves = new ArrayList<>(entries.size());
    entries.forEach(entry -> leaves.add(TreeHash.leaf(entry.toByteArray())));
    if (!reads.hashes(0, tip.size(), leaves.size()).equals(leaves)) {
      throw new BoardDamagedException(
          "leaf hashes from " + tip.size() + " on are not the entries'");
    }
    BoardState state = Tip.follow(tip.state(), entries, objects);
    return new Tip(state, tip.frontier().appendAll(leaves));
  }

  /** Receipts are built from the stored roots of tiles, so these must be right too. */
  private void requireTileRoots(long before, long size)
      throws BoardDamagedException, StoreUnavailableException {
    StoredNodes nodes = new StoredNodes(reads);
    long from = before;
    long to = size;
    for (int level = 1; to >= BoardReads.TILE; level++) {
      from /= BoardReads.TILE;
      to /= BoardReads.TILE;
      for (long tile = from; tile < to; tile++) {
        List<Digest> hashes = reads.hashes(level - 1, tile * BoardReads.TILE, BoardReads.TILE);
        if (hashes.size() < BoardReads.TILE
            || !Frontier.EMPTY.appendAll(hashes).root().equals(nodes.node(8 * level, tile))) {
          throw new BoardDamagedException("tile root " + tile + " of level " + level + " is wrong");
        }
      }
    }
  }
}
