package org.psephos.board.merkle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.psephos.crypto.hash.Digest;

/**
 * Shows that a tree extends an older one without changing it (RFC 9162 §2.1.4).
 *
 * <p>The values may come from anyone; nothing is judged before {@link #proves} is asked.
 *
 * @param oldSize the number of entries of the older tree
 * @param newSize the number of entries of the newer tree
 * @param path the hashes, in the order of RFC 9162
 */
public record ConsistencyProof(long oldSize, long newSize, List<Digest> path) {

  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Makes the proof between two sizes of one tree; it is empty from size 0 and to the same size.
   */
  public static <E extends Exception> ConsistencyProof of(
      long oldSize, long newSize, NodeReader<E> nodes) throws E {
    if (oldSize < 0 || oldSize > newSize) {
      throw new IllegalArgumentException("size " + newSize + " does not extend " + oldSize);
    }
    Deque<Digest> path = new ArrayDeque<>();
    long from = 0;
    long to = oldSize == 0 ? 0 : newSize;
    while (to != oldSize) {
      long middle = from + NodeReader.leftWidth(to - from);
      if (oldSize <= middle) {
        path.addFirst(nodes.root(middle, to));
        to = middle;
      } else {
        path.addFirst(nodes.root(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      path.addFirst(nodes.root(from, to));
    }
    return new ConsistencyProof(oldSize, newSize, List.copyOf(path));
  }

  /**
   * Whether the tree of the new size and root extends the tree of the old size and root. Every tree
   * extends the empty one, whose root is {@link TreeHash#EMPTY} and needs no proof.
   */
  public boolean proves(Digest oldRoot, Digest newRoot) {
    if (oldSize < 0 || oldSize > newSize || path.size() > InclusionProof.LONGEST) {
      return false;
    }
    if (oldSize == newSize) {
      return path.isEmpty() && oldRoot.equals(newRoot) && isPossible(oldSize, oldRoot);
    }
    if (oldSize == 0) {
      return path.isEmpty() && isPossible(oldSize, oldRoot);
    }
    return !path.isEmpty() && foldsTo(oldRoot, newRoot);
  }

  private static boolean isPossible(long size, Digest root) {
    return size > 0 || root.equals(TreeHash.EMPTY);
  }

  private boolean foldsTo(Digest oldRoot, Digest newRoot) {
    List<Digest> hashes = new ArrayList<>(path);
    if (Long.bitCount(oldSize) == 1) {
      hashes.add(0, oldRoot);
    }
    int complete = Long.numberOfTrailingZeros(oldSize);
    long position = (oldSize - 1) >> complete;
    long last = (newSize - 1) >> complete;
    Digest older = hashes.get(0);
    Digest newer = older;
    for (Digest hash : hashes.subList(1, hashes.size())) {
      if (last == 0) {
        return false;
      }
      if ((position & 1) == 1 || position == last) {
        older = TreeHash.node(hash, older);
        newer = TreeHash.node(hash, newer);
        int skipped = InclusionProof.levelsWithoutSibling(position);
        position >>= skipped;
        last >>= skipped;
      } else {
        newer = TreeHash.node(newer, hash);
      }
      position >>= 1;
      last >>= 1;
    }
    return last == 0 && older.equals(oldRoot) && newer.equals(newRoot);
  }
}
