package org.psephos.board.merkle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.psephos.crypto.hash.Digest;

/**
 * Shows that an entry stands at an index of a tree (RFC 9162 §2.1.3).
 *
 * <p>The values may come from anyone; nothing is judged before {@code proves…} is asked. The proof
 * does not bind the size beyond the shape of the path, so take size and root together from one
 * signed checkpoint.
 *
 * @param index the entry's index, from 0
 * @param size the number of entries of the tree
 * @param path the sibling hashes, the leaf's own first
 */
public record InclusionProof(long index, long size, List<Digest> path) {

  /** The longest path that a tree of at most 2^63-1 entries can have. */
  public static final int LONGEST = 63;

  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Makes the proof for entry {@code index} of the tree of the first {@code size} entries. */
  public static <E extends Exception> InclusionProof of(long index, long size, NodeReader<E> nodes)
      throws E {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no entry " + index + " in a tree of size " + size);
    }
    Deque<Digest> path = new ArrayDeque<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + NodeReader.leftWidth(to - from);
      if (index < middle) {
        path.addFirst(nodes.root(middle, to));
        to = middle;
      } else {
        path.addFirst(nodes.root(from, middle));
        from = middle;
      }
    }
    return new InclusionProof(index, size, List.copyOf(path));
  }

  /** Whether the entry with these bytes stands at the index of the tree with this root. */
  public boolean provesEntry(byte[] entry, Digest root) {
    return provesLeaf(TreeHash.leaf(entry), root);
  }

  /**
   * Whether the leaf hash stands at the index of the tree with this root. Call it only with a leaf
   * hash that you computed: a hash from the server could be that of an inner node.
   */
  public boolean provesLeaf(Digest leaf, Digest root) {
    if (index < 0 || index >= size || path.size() > LONGEST) {
      return false;
    }
    long position = index;
    long last = size - 1;
    Digest node = leaf;
    for (Digest sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((position & 1) == 1 || position == last) {
        node = TreeHash.node(sibling, node);
        int skipped = levelsWithoutSibling(position);
        position >>= skipped;
        last >>= skipped;
      } else {
        node = TreeHash.node(node, sibling);
      }
      position >>= 1;
      last >>= 1;
    }
    return last == 0 && node.equals(root);
  }

  /** A lone right node is carried up unchanged through this many levels. */
  static int levelsWithoutSibling(long position) {
    return position == 0 ? 0 : Long.numberOfTrailingZeros(position);
  }
}
