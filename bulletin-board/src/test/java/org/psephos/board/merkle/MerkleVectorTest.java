package org.psephos.board.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.psephos.board.Vectors.bool;
import static org.psephos.board.Vectors.digest;
import static org.psephos.board.Vectors.digests;
import static org.psephos.board.Vectors.items;
import static org.psephos.board.Vectors.json;
import static org.psephos.board.Vectors.member;
import static org.psephos.board.Vectors.number;
import static org.psephos.board.Vectors.text;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** The vectors of two other implementations, refusals included. */
class MerkleVectorTest {

  private static final int LARGEST = 70_000;
  private static NodeTable tree;

  @BeforeAll
  static void buildsTheLargestSampleTree() {
    tree = SampleTree.of(LARGEST);
  }

  @Test
  void leafHashesAreThoseOfTheVectors() {
    List<Digest> expected = digests(json("merkle-roots.json"), "leaf_hashes");

    assertThat(SampleTree.leaves(expected.size())).isEqualTo(expected).hasSize(64);
  }

  @Test
  void rootsAreThoseOfTheVectors() {
    List<Json> roots = items(json("merkle-roots.json"), "roots");
    for (Json root : roots) {
      long size = number(root, "size");
      assertThat(tree.root(0, size)).as("size " + size).isEqualTo(digest(root, "root_hex"));
      assertThat(Frontier.of(size, tree).root()).isEqualTo(digest(root, "root_hex"));
    }
    assertThat(roots).hasSize(93);
  }

  @Test
  void theTreeOfCertificateTransparencyHasItsWellKnownRoots() {
    Json reference = member(json("merkle-roots.json"), "ct_reference");
    List<Digest> roots = digests(reference, "roots_hex");
    Frontier frontier = Frontier.EMPTY;
    List<Digest> found = new ArrayList<>(List.of(frontier.root()));
    for (Json leaf : items(reference, "leaves_hex")) {
      byte[] entry = HexFormat.of().parseHex(((Json.Text) leaf).value());
      frontier = frontier.append(TreeHash.leaf(entry));
      found.add(frontier.root());
    }
    assertThat(found).isEqualTo(roots).hasSize(9);
  }

  @Test
  void inclusionProofsOfSmallTreesAreThoseOfTheVectors() {
    assertThat(checkInclusions(items(json("inclusion-1-64.json")))).isEqualTo(2080);
  }

  @Test
  void consistencyProofsOfSmallTreesAreThoseOfTheVectors() {
    assertThat(checkConsistencies(items(json("consistency-1-64.json")))).isEqualTo(2080);
  }

  @Test
  void proofsOfLargeTreesAreThoseOfTheVectors() {
    Json large = json("large-proofs.json");

    assertThat(checkInclusions(items(large, "inclusion"))).isEqualTo(160);
    assertThat(checkConsistencies(items(large, "consistency"))).isEqualTo(165);
  }

  private static int checkInclusions(List<Json> cases) {
    for (Json item : cases) {
      long index = number(item, "index");
      long size = number(item, "size");
      InclusionProof proof = new InclusionProof(index, size, digests(item, "proof"));
      assertThat(InclusionProof.of(index, size, tree)).isEqualTo(proof);
      assertThat(proof.provesLeaf(tree.node(0, index), tree.root(0, size))).isTrue();
    }
    return cases.size();
  }

  private static int checkConsistencies(List<Json> cases) {
    for (Json item : cases) {
      long older = number(item, "old");
      long newer = number(item, "size");
      ConsistencyProof proof = new ConsistencyProof(older, newer, digests(item, "proof"));
      assertThat(ConsistencyProof.of(older, newer, tree)).isEqualTo(proof);
      assertThat(proof.proves(tree.root(0, older), tree.root(0, newer))).isTrue();
    }
    return cases.size();
  }

  static Stream<Arguments> forgeriesAndControls() {
    return items(json("merkle-negative.json"), "cases").stream()
        .map(item -> Arguments.of(text(item, "kind") + ": " + text(item, "why"), item));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeriesAndControls")
  void forgedProofsAreRefusedAndControlsPass(String name, Json item) {
    long size = number(item, "size");
    List<Digest> path = digests(item, "proof");
    Digest root = digest(item, "root");
    boolean accepted =
        text(item, "kind").equals("inclusion")
            ? new InclusionProof(number(item, "index"), size, path)
                .provesLeaf(digest(item, "leaf_hash"), root)
            : new ConsistencyProof(number(item, "old"), size, path)
                .proves(digest(item, "old_root"), root);

    assertThat(accepted).as(name).isEqualTo(bool(item, "accept"));
  }
}
