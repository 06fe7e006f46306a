package org.psephos.board.merkle;

import org.psephos.crypto.hash.Digest;

/**
 * Reads the nodes of a tree that never change again: roots of complete subtrees. Node {@code index}
 * of level {@code l} covers the entries from {@code index·2^l} up to, not including, {@code
 * (index+1)·2^l}; level 0 holds the leaf hashes.
 *
 * <p>The proofs in this package ask only for nodes that lie wholly inside the tree in question.
 *
 * @param <E> what goes wrong when the nodes cannot be read
 */
@FunctionalInterface
public interface NodeReader<E extends Exception> {

  /**
   * The node.
   *
   * @param level 0 to 62
   * @param index from 0; the node is complete in the tree that this reader knows
   */
  Digest node(int level, long index) throws E;

  /**
   * The root over the entries from {@code from} up to, not including, {@code to}: {@code
   * MTH(D[from:to])} of RFC 9162 §2.1.1. Cheap when {@code from} is 0 or a multiple of a power of
   * two that is at least {@code to - from}.
   */
  default Digest root(long from, long to) throws E {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("no range from " + from + " to " + to);
    }
    long width = to - from;
    if (width == 0) {
      return TreeHash.EMPTY;
    }
    if (Long.bitCount(width) == 1 && from % width == 0) {
      return node(Long.numberOfTrailingZeros(width), from / width);
    }
    long middle = from + leftWidth(width);
    return TreeHash.node(root(from, middle), root(middle, to));
  }

  /** The width of the left subtree: the largest power of two strictly below a width above 1. */
  static long leftWidth(long width) {
    return Long.highestOneBit(width - 1);
  }
}
