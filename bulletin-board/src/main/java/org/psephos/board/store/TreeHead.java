package org.psephos.board.store;

import static java.util.Objects.requireNonNull;

import org.psephos.board.merkle.TreeHash;
import org.psephos.crypto.hash.Digest;

/** How many entries are numbered, and the root of the tree over them. */
public record TreeHead(long size, Digest root) {

  /** The head of a board without entries. */
  public static final TreeHead EMPTY = new TreeHead(0, TreeHash.EMPTY);

  public TreeHead {
    requireNonNull(root, "root is null");
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no size " + size);
    }
  }
}
