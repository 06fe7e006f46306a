package org.psephos.board.merkle;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.hash.Digest;

/**
 * The right edge of a tree: all that is needed to append entries and to know the root. One hash per
 * binary digit 1 of the size, so at most 63. Immutable; store the two members to resume later.
 *
 * @param size the number of entries
 * @param subtrees the roots of the complete subtrees that make up the tree, largest first
 */
public record Frontier(long size, List<Digest> subtrees) {

  /** The tree without entries. */
  public static final Frontier EMPTY = new Frontier(0, List.of());

  public Frontier {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no size " + size);
    }
    subtrees = List.copyOf(subtrees);
    if (subtrees.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of size " + size + " does not have " + subtrees.size() + " subtrees");
    }
  }

  /** The right edge of the first {@code size} entries of a stored tree. */
  public static <E extends Exception> Frontier of(long size, NodeReader<E> nodes) throws E {
    List<Digest> subtrees = new ArrayList<>();
    long from = 0;
    for (long rest = size; rest > 0; rest -= Long.highestOneBit(rest)) {
      long width = Long.highestOneBit(rest);
      subtrees.add(nodes.root(from, from + width));
      from += width;
    }
    return new Frontier(size, subtrees);
  }

  /** The tree with one more entry, given by its leaf hash. */
  public Frontier append(Digest leaf) {
    return appendAll(List.of(leaf));
  }

  /** The tree with more entries, given by their leaf hashes in order. */
  public Frontier appendAll(List<Digest> leaves) {
    long grown = Math.addExact(size, leaves.size());
    List<Digest> stack = new ArrayList<>(subtrees);
    long count = size;
    for (Digest leaf : leaves) {
      push(stack, count, leaf);
      count++;
    }
    return new Frontier(grown, stack);
  }

  /** Each trailing binary digit 1 of the count is a subtree that the new one completes. */
  private static void push(List<Digest> stack, long count, Digest leaf) {
    Digest subtree = leaf;
    for (long rest = count; (rest & 1) == 1; rest >>= 1) {
      subtree = TreeHash.node(stack.remove(stack.size() - 1), subtree);
    }
    stack.add(subtree);
  }

  /** The root of the tree. */
  public Digest root() {
    if (subtrees.isEmpty()) {
      return TreeHash.EMPTY;
    }
    Digest root = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      root = TreeHash.node(subtrees.get(i), root);
    }
    return root;
  }
}
