package org.psephos.board.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.psephos.board.Vectors;
import org.psephos.crypto.hash.Digest;

class MerkleTest {

  private static final Digest SOME = TreeHash.leaf(Vectors.entry(0));

  @Nested
  class OfAFrontier {

    @Test
    void oneByOneGivesTheRootOfTheDefinitionForEverySizeUpTo300() {
      List<Digest> leaves = SampleTree.leaves(300);
      Frontier frontier = Frontier.EMPTY;
      assertThat(frontier.root()).isEqualTo(TreeHash.EMPTY);
      for (int size = 1; size <= 300; size++) {
        frontier = frontier.append(leaves.get(size - 1));
        assertThat(frontier.root()).isEqualTo(SampleTree.definition(leaves.subList(0, size)));
        assertThat(frontier.subtrees()).hasSize(Integer.bitCount(size));
      }
    }

    @Test
    void storedMembersResumeTheTree() {
      List<Digest> leaves = SampleTree.leaves(100);
      Frontier stored = Frontier.EMPTY.appendAll(leaves.subList(0, 77));

      Frontier resumed = new Frontier(stored.size(), stored.subtrees());

      assertThat(resumed.appendAll(leaves.subList(77, 100)).root())
          .isEqualTo(SampleTree.of(100).root());
    }

    @Test
    void theNumberOfSubtreesMustFitTheSize() {
      assertThat(new Frontier(2, List.of(SOME)).size()).isEqualTo(2);
      assertThatIllegalArgumentException().isThrownBy(() -> new Frontier(3, List.of(SOME)));
      assertThatIllegalArgumentException().isThrownBy(() -> new Frontier(-1, List.of(SOME)));
    }
  }

  @Nested
  class OfTheLargestSizes {

    private static final long LARGEST = Long.MAX_VALUE;

    /** A complete subtree whose entries are all alike. */
    private static Digest complete(int level) {
      Digest node = SOME;
      for (int i = 0; i < level; i++) {
        node = TreeHash.node(node, node);
      }
      return node;
    }

    @Test
    void inclusionIsProvedAndCheckedWithoutOverflow() {
      NodeReader<RuntimeException> alike = (level, index) -> complete(level);
      for (long index : new long[] {0, 1, LARGEST / 2, LARGEST - 2, LARGEST - 1}) {
        InclusionProof proof = InclusionProof.of(index, LARGEST, alike);
        assertThat(proof.path()).hasSizeLessThanOrEqualTo(InclusionProof.LONGEST);
        assertThat(proof.provesLeaf(SOME, alike.root(0, LARGEST))).isTrue();
        assertThat(proof.provesLeaf(TreeHash.EMPTY, alike.root(0, LARGEST))).isFalse();
      }
    }

    @Test
    void consistencyIsProvedAndCheckedWithoutOverflow() {
      NodeReader<RuntimeException> alike = (level, index) -> complete(level);
      for (long older : new long[] {1, 1L << 62, LARGEST - 3, LARGEST}) {
        ConsistencyProof proof = ConsistencyProof.of(older, LARGEST, alike);
        Digest oldRoot = alike.root(0, older);
        assertThat(proof.proves(oldRoot, alike.root(0, LARGEST))).isTrue();
        assertThat(proof.proves(oldRoot, TreeHash.EMPTY)).isFalse();
      }
    }

    @Test
    void aPathLongerThanAnyTreeIsRefused() {
      List<Digest> path = Collections.nCopies(InclusionProof.LONGEST + 1, SOME);

      assertThat(new InclusionProof(0, LARGEST, path).provesLeaf(SOME, SOME)).isFalse();
      assertThat(new ConsistencyProof(1, LARGEST, path).proves(SOME, SOME)).isFalse();
    }

    @Test
    void aFrontierDoesNotGrowBeyondThem() {
      Frontier full = new Frontier(LARGEST, Collections.nCopies(63, SOME));

      assertThat(full.root()).isNotEqualTo(SOME);
      assertThatThrownBy(() -> full.append(SOME)).isInstanceOf(ArithmeticException.class);
    }
  }

  @Nested
  class OfImpossibleClaims {

    @Test
    void negativeNumbersProveNothing() {
      assertThat(new InclusionProof(-1, 1, List.of()).provesLeaf(SOME, SOME)).isFalse();
      assertThat(new InclusionProof(0, -1, List.of()).provesLeaf(SOME, SOME)).isFalse();
      assertThat(new InclusionProof(0, 1, List.of()).provesLeaf(SOME, SOME)).isTrue();
      assertThat(new ConsistencyProof(-1, -1, List.of()).proves(SOME, SOME)).isFalse();
      assertThat(new ConsistencyProof(1, 1, List.of()).proves(SOME, SOME)).isTrue();
    }

    @Test
    void everyTreeExtendsTheEmptyOneButOnlyTheEmptyOne() {
      assertThat(new ConsistencyProof(0, 5, List.of()).proves(TreeHash.EMPTY, SOME)).isTrue();
      assertThat(new ConsistencyProof(0, 5, List.of()).proves(SOME, SOME)).isFalse();
      assertThat(new ConsistencyProof(0, 5, List.of(SOME)).proves(TreeHash.EMPTY, SOME)).isFalse();
      assertThat(new ConsistencyProof(0, 0, List.of()).proves(SOME, SOME)).isFalse();
    }

    @Test
    void proofsOfThemAreNotMade() {
      NodeTable tree = SampleTree.of(3);
      assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(3, 3, tree));
      assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.of(4, 3, tree));
      assertThatIllegalArgumentException().isThrownBy(() -> tree.node(1, 1));
      assertThat(tree.node(1, 0)).isEqualTo(tree.root(0, 2));
    }
  }
}
