package org.psephos.board.merkle;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.hash.Digest;

/**
 * A tree that keeps all its complete nodes in memory: two hashes per entry. For tools that hold a
 * whole board and for small boards. Not thread safe while it grows.
 */
public final class NodeTable implements NodeReader<RuntimeException> {

  private final List<List<Digest>> levels = new ArrayList<>();

  public NodeTable() {
    levels.add(new ArrayList<>());
  }

  /** The tree over these leaf hashes. */
  public static NodeTable of(List<Digest> leaves) {
    NodeTable table = new NodeTable();
    leaves.forEach(table::append);
    return table;
  }

  /** Adds an entry, given by its leaf hash. */
  public void append(Digest leaf) {
    Digest node = leaf;
    for (int level = 0; ; level++) {
      List<Digest> row = row(level);
      row.add(node);
      if (row.size() % 2 == 1) {
        return;
      }
      node = TreeHash.node(row.get(row.size() - 2), node);
    }
  }

  private List<Digest> row(int level) {
    if (level == levels.size()) {
      levels.add(new ArrayList<>());
    }
    return levels.get(level);
  }

  public long size() {
    return levels.get(0).size();
  }

  /** The root over everything appended so far. */
  public Digest root() {
    return root(0, size());
  }

  @Override
  public Digest node(int level, long index) {
    if (level < 0 || level >= levels.size() || index < 0 || index >= levels.get(level).size()) {
      throw new IllegalArgumentException(
          "no complete node " + index + " of level " + level + " in a tree of size " + size());
    }
    return levels.get(level).get((int) index);
  }
}
