package org.psephos.board.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.psephos.board.Vectors;
import org.psephos.crypto.hash.Digest;

/** Laws that hold for every tree, not only for those of the vectors. */
class MerklePropertyTest {

  private static final int LARGEST = 3000;
  private static final NodeTable TREE = SampleTree.of(LARGEST);
  private static final List<Digest> LEAVES = SampleTree.leaves(LARGEST);

  @Property(tries = 200)
  void everyBatchingGivesTheRootOfTheDefinition(
      @ForAll @IntRange(max = LARGEST) int size, @ForAll @IntRange(min = 1, max = 700) int batch) {
    Frontier frontier = Frontier.EMPTY;
    for (int from = 0; from < size; from += batch) {
      frontier = frontier.appendAll(LEAVES.subList(from, Math.min(size, from + batch)));
    }

    assertThat(frontier.root()).isEqualTo(SampleTree.definition(LEAVES.subList(0, size)));
    assertThat(frontier).isEqualTo(Frontier.of(size, TREE));
  }

  @Property(tries = 200)
  void theRootOfAnyRangeIsThatOfTheDefinition(
      @ForAll @IntRange(max = LARGEST) int from, @ForAll @IntRange(max = LARGEST) int to) {
    int first = Math.min(from, to);
    int last = Math.max(from, to);

    assertThat(TREE.root(first, last))
        .isEqualTo(SampleTree.definition(LEAVES.subList(first, last)));
  }

  @Property(tries = 500)
  void madeInclusionProofsHoldAndNoChangeToThemDoes(
      @ForAll @IntRange(min = 1, max = LARGEST) int size,
      @ForAll @IntRange(max = LARGEST) int pick,
      @ForAll @IntRange(max = 255) int bit) {
    int index = pick % size;
    Digest root = TREE.root(0, size);
    byte[] entry = Vectors.entry(index);
    InclusionProof proof = InclusionProof.of(index, size, TREE);

    assertThat(proof.provesEntry(entry, root)).isTrue();
    assertThat(proof.provesEntry(Vectors.entry(index + 1), root)).isFalse();
    assertThat(proof.provesEntry(entry, flip(root, bit))).isFalse();
    assertThat(proof.provesLeaf(flip(TreeHash.leaf(entry), bit), root)).isFalse();
    assertThat(new InclusionProof(index + 1, size, proof.path()).provesEntry(entry, root))
        .isFalse();
    for (List<Digest> changed : changes(proof.path(), bit)) {
      assertThat(new InclusionProof(index, size, changed).provesEntry(entry, root)).isFalse();
    }
  }

  @Property(tries = 500)
  void madeConsistencyProofsHoldAndNoChangeToThemDoes(
      @ForAll @IntRange(min = 1, max = LARGEST) int a,
      @ForAll @IntRange(min = 1, max = LARGEST) int b,
      @ForAll @IntRange(max = 255) int bit) {
    int older = Math.min(a, b);
    int newer = Math.max(a, b);
    Digest oldRoot = TREE.root(0, older);
    Digest newRoot = TREE.root(0, newer);
    ConsistencyProof proof = ConsistencyProof.of(older, newer, TREE);

    assertThat(proof.proves(oldRoot, newRoot)).isTrue();
    assertThat(proof.proves(flip(oldRoot, bit), newRoot)).isFalse();
    assertThat(proof.proves(oldRoot, flip(newRoot, bit))).isFalse();
    assertThat(new ConsistencyProof(older, 4L * newer, proof.path()).proves(oldRoot, newRoot))
        .as("a tree two levels higher needs more hashes")
        .isFalse();
    for (List<Digest> changed : changes(proof.path(), bit)) {
      assertThat(new ConsistencyProof(older, newer, changed).proves(oldRoot, newRoot)).isFalse();
    }
  }

  /** Every hash with one bit flipped, every hash left out, every hash said twice, and reversed. */
  private static List<List<Digest>> changes(List<Digest> path, int bit) {
    List<List<Digest>> changes = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      List<Digest> flipped = new ArrayList<>(path);
      flipped.set(i, flip(path.get(i), bit));
      changes.add(flipped);
      List<Digest> shorter = new ArrayList<>(path);
      shorter.remove(i);
      changes.add(shorter);
      List<Digest> longer = new ArrayList<>(path);
      longer.add(i, path.get(i));
      changes.add(longer);
    }
    List<Digest> extended = new ArrayList<>(path);
    extended.add(TreeHash.EMPTY);
    changes.add(extended);
    List<Digest> reversed = new ArrayList<>(path);
    Collections.reverse(reversed);
    if (!reversed.equals(path)) {
      changes.add(reversed);
    }
    return changes;
  }

  private static Digest flip(Digest digest, int bit) {
    byte[] bytes = digest.toByteArray();
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    return Digest.of(bytes);
  }
}
