package org.psephos.board.store;

import java.util.List;
import org.psephos.board.merkle.NodeReader;
import org.psephos.board.merkle.TreeHash;
import org.psephos.crypto.hash.Digest;

/**
 * The nodes of a stored tree: each is one range read of at most 128 hashes. Thread safe as its
 * store is.
 */
public final class StoredNodes implements NodeReader<StoreUnavailableException> {

  private static final int LEVELS_PER_TILE = 8;

  private final BoardReads reads;

  public StoredNodes(BoardReads reads) {
    this.reads = reads;
  }

  @Override
  public Digest node(int level, long index) throws StoreUnavailableException {
    int width = 1 << (level % LEVELS_PER_TILE);
    List<Digest> hashes = reads.hashes(level / LEVELS_PER_TILE, index * width, width);
    if (hashes.size() < width) {
      throw new StoreUnavailableException("hashes are missing at level " + level + ", " + index);
    }
    return root(hashes);
  }

  /** The root of a complete subtree. */
  static Digest root(List<Digest> hashes) {
    List<Digest> level = hashes;
    while (level.size() > 1) {
      level = parents(level);
    }
    return level.get(0);
  }

  private static List<Digest> parents(List<Digest> children) {
    Digest[] parents = new Digest[children.size() / 2];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = TreeHash.node(children.get(2 * i), children.get(2 * i + 1));
    }
    return List.of(parents);
  }
}
