package org.psephos.board.merkle;

import java.util.ArrayList;
import java.util.List;
import org.psephos.board.Vectors;
import org.psephos.crypto.hash.Digest;

/** Trees over the sample entries, and the definition of a root without any cleverness. */
public final class SampleTree {

  private SampleTree() {}

  public static List<Digest> leaves(int size) {
    List<Digest> leaves = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      leaves.add(TreeHash.leaf(Vectors.entry(i)));
    }
    return leaves;
  }

  public static NodeTable of(int size) {
    return NodeTable.of(leaves(size));
  }

  /** RFC 9162 §2.1.1 word for word. */
  static Digest definition(List<Digest> leaves) {
    if (leaves.isEmpty()) {
      return Digest.sha256(new byte[0]);
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    return TreeHash.node(
        definition(leaves.subList(0, k)), definition(leaves.subList(k, leaves.size())));
  }
}
