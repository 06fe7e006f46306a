package org.psephos.board.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.psephos.board.merkle.ConsistencyProof;
import org.psephos.board.merkle.Frontier;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.SampleTree;
import org.psephos.crypto.codec.DecodingException;

class TilePropertyTest {

  private static final int LARGEST = 70_000;
  private static final NodeTable TREE = SampleTree.of(LARGEST);

  @Property(tries = 500)
  void everyPathIsReadBack(
      @ForAll @IntRange(min = -1, max = 63) int level,
      @ForAll @LongRange(max = Long.MAX_VALUE / 256) long index,
      @ForAll @IntRange(min = 1, max = 256) int width)
      throws DecodingException {
    TilePath path = new TilePath(level, index, width);

    assertThat(TilePath.parse(path.path())).isEqualTo(path);
  }

  @Property(tries = 100)
  void theTilesOfAnySizeRebuildItsTree(
      @ForAll @IntRange(min = 1, max = LARGEST) int size, @ForAll @IntRange(max = LARGEST) int pick)
      throws DecodingException {
    TileNodes<RuntimeException> tiles = new TileNodes<>(size, stored(0, size)::get);
    int past = pick % size;

    assertThat(tiles.root(0, size)).isEqualTo(TREE.root(0, size));
    assertThat(Frontier.of(size, tiles)).isEqualTo(Frontier.of(size, TREE));
    assertThat(InclusionProof.of(past, size, tiles)).isEqualTo(InclusionProof.of(past, size, TREE));
    assertThat(ConsistencyProof.of(past, size, tiles))
        .isEqualTo(ConsistencyProof.of(past, size, TREE));
  }

  @Property(tries = 100)
  void whatIsNewBetweenTwoSizesCompletesTheOlderTiles(
      @ForAll @IntRange(max = LARGEST) int a, @ForAll @IntRange(max = LARGEST) int b)
      throws DecodingException {
    int older = Math.min(a, b);
    int newer = Math.max(a, b);
    Map<TilePath, HashTile> tiles = stored(0, older);
    tiles.putAll(stored(older, newer));

    assertThat(tiles.keySet()).containsAll(TileRows.hashTiles(newer));
    assertThat(TileRows.hashTiles(older, newer))
        .allMatch(path -> path.isIn(newer) && !path.isIn(older));
    assertThat(TileRows.bundles(older, newer))
        .allMatch(path -> path.isIn(newer) && !path.isIn(older));
  }

  private static Map<TilePath, HashTile> stored(long oldSize, long newSize)
      throws DecodingException {
    Map<TilePath, HashTile> tiles = new HashMap<>();
    for (TilePath path : TileRows.hashTiles(oldSize, newSize)) {
      byte[] bytes = HashTile.of(path, TREE).encode();
      tiles.put(path, HashTile.decode(bytes, path.width()));
    }
    return tiles;
  }
}
