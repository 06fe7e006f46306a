package org.psephos.board.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.psephos.board.Vectors.items;
import static org.psephos.board.Vectors.json;
import static org.psephos.board.Vectors.member;
import static org.psephos.board.Vectors.members;
import static org.psephos.board.Vectors.number;
import static org.psephos.board.Vectors.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.psephos.board.Vectors;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.SampleTree;
import org.psephos.board.merkle.TreeHash;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** The vectors of two other implementations: paths, bundles and a log of 65,537 entries. */
class TileVectorTest {

  @Test
  void pathsAreWrittenAndReadAsTheVectorsSay() throws DecodingException {
    for (Json item : items(json("tile-paths.json"), "full_tile_paths")) {
      TilePath path = new TilePath(0, number(item, "index"), TilePath.FULL);
      assertThat(path.path()).isEqualTo(text(item, "path"));
      assertThat(TilePath.parse(text(item, "path"))).isEqualTo(path);
    }
  }

  static Stream<String> invalidPaths() {
    return items(json("tile-paths.json"), "invalid_paths").stream()
        .map(item -> ((Json.Text) item).value());
  }

  @ParameterizedTest
  @MethodSource("invalidPaths")
  void otherSpellingsAreRefused(String path) {
    assertThatExceptionOfType(DecodingException.class).isThrownBy(() -> TilePath.parse(path));
  }

  @Test
  void treesHaveTheTilesOfTheVectors() {
    for (Json item : items(json("tile-paths.json"), "tiles_for_size")) {
      List<TilePath> tiles = TileRows.hashTiles(number(item, "size"));
      assertThat(tiles).hasSize((int) number(item, "count"));
      assertThat(tiles.stream().filter(TilePath::isPartial).map(TilePath::path))
          .containsExactlyElementsOf(strings(item, "partial_tiles"));
      if (members(item).containsKey("tiles")) {
        assertThat(tiles.stream().map(TilePath::path))
            .containsExactlyElementsOf(strings(item, "tiles"));
      }
    }
  }

  private static List<String> strings(Json object, String name) {
    return items(object, name).stream().map(item -> ((Json.Text) item).value()).toList();
  }

  @Test
  void bundlesAreWrittenAndReadAsTheVectorsSay() throws DecodingException {
    Json small = member(json("entry-bundles.json"), "small");
    List<byte[]> entries =
        strings(small, "entries_hex").stream().map(hex -> HexFormat.of().parseHex(hex)).toList();
    byte[] bundle = HexFormat.of().parseHex(text(small, "bundle_hex"));

    assertThat(EntryBundle.encode(entries)).isEqualTo(bundle);
    assertThat(EntryBundle.decode(bundle, 4)).containsExactlyElementsOf(entries);
    Frontier tree = Frontier.EMPTY.appendAll(entries.stream().map(TreeHash::leaf).toList());
    assertThat(tree.root()).isEqualTo(Vectors.digest(small, "root_hex"));
  }

  @Test
  void malformedBundlesAreRefusedWhateverWidthIsPromised() {
    Map<String, Json> invalid = members(member(json("entry-bundles.json"), "invalid_hex"));
    assertThat(invalid).hasSize(3);
    invalid.forEach(
        (hex, why) -> {
          for (int width = 0; width <= 3; width++) {
            int promised = width;
            assertThatExceptionOfType(DecodingException.class)
                .as(why.toString())
                .isThrownBy(() -> EntryBundle.decode(HexFormat.of().parseHex(hex), promised));
          }
        });
  }

  @Test
  void theLongestEntryHasABundleAndALongerOneHasNot() throws DecodingException {
    Json largest = member(json("entry-bundles.json"), "largest_entry");
    byte[] entry = new byte[EntryBundle.LONGEST_ENTRY];
    Arrays.fill(entry, (byte) 0x78);
    byte[] bundle = EntryBundle.encode(List.of(entry));

    assertThat(bundle).hasSize((int) number(largest, "bundle_length"));
    assertThat(Digest.sha256(bundle)).isEqualTo(Vectors.digest(largest, "bundle_sha256"));
    assertThat(TreeHash.leaf(EntryBundle.decode(bundle, 1).get(0)))
        .isEqualTo(Vectors.digest(largest, "leaf_hash"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntryBundle.encode(List.of(new byte[entry.length + 1])));
  }

  @Test
  void theLargeLogHasExactlyTheFilesOfItsManifest() {
    int size = 65_537;
    NodeTable tree = SampleTree.of(size);
    Map<String, String> built = new TreeMap<>();
    for (TilePath path : TileRows.hashTiles(size)) {
      built.put(path.path(), Digest.sha256(HashTile.of(path, tree).encode()).hex());
    }
    for (TilePath path : TileRows.bundles(size)) {
      built.put(path.path(), Digest.sha256(bundle(path)).hex());
    }
    Map<String, String> expected = new TreeMap<>();
    members(member(json("logs/large-65537.manifest.json"), "files"))
        .forEach((path, hash) -> expected.put(path, ((Json.Text) hash).value()));

    assertThat(built).isEqualTo(expected).hasSize(516);
  }

  private static byte[] bundle(TilePath path) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < path.width(); i++) {
      entries.add(Vectors.entry(path.first() + i));
    }
    return EntryBundle.encode(entries);
  }
}
