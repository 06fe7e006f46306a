package org.psephos.board.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.SampleTree;
import org.psephos.crypto.codec.DecodingException;

class TileTest {

  private static final int LARGEST = 2_048;
  private static final NodeTable TREE = SampleTree.of(LARGEST);

  @Test
  void aPartialTileIsAPrefixOfTheFullOne() {
    HashTile full = HashTile.of(new TilePath(0, 7, 256), TREE);

    assertThat(full.narrowTo(88)).isEqualTo(HashTile.of(new TilePath(0, 7, 88), TREE));
    assertThat(full.root()).isEqualTo(HashTile.of(new TilePath(1, 0, 8), TREE).hashes().get(7));
    assertThatIllegalArgumentException().isThrownBy(() -> full.narrowTo(88).root());
  }

  @Test
  void whatIsServedIsWhatTheTreeHas() {
    assertThat(new TilePath(0, 2, 88).isIn(600)).isTrue();
    assertThat(new TilePath(0, 2, 89).isIn(600)).isFalse();
    assertThat(new TilePath(0, 1, 44).isIn(600)).isTrue();
    assertThat(new TilePath(0, 3, 1).isIn(600)).isFalse();
    assertThat(new TilePath(1, 0, 2).isIn(600)).isTrue();
    assertThat(new TilePath(1, 0, 256).isIn(600)).isFalse();
    assertThat(new TilePath(63, 0, 1).isIn(Long.MAX_VALUE)).isFalse();
    assertThat(new TilePath(TilePath.ENTRIES, 2, 88).isIn(600)).isTrue();
    assertThat(TileRows.hashTiles(0)).isEmpty();
  }

  @Test
  void aTileHasAsManyBytesAsItsPathPromises() throws DecodingException {
    byte[] bytes = HashTile.of(new TilePath(0, 0, 3), TREE).encode();

    assertThat(HashTile.decode(bytes, 3).hashes()).hasSize(3);
    for (int width : new int[] {2, 4, 256}) {
      assertThatExceptionOfType(DecodingException.class)
          .isThrownBy(() -> HashTile.decode(bytes, width));
    }
  }

  @Test
  void nodesBeyondTheTreeAndTilesOfAnotherWidthAreRefused() {
    TileNodes<RuntimeException> tiles = new TileNodes<>(3, path -> HashTile.of(path, TREE));
    TileNodes<RuntimeException> wide =
        new TileNodes<>(3, path -> HashTile.of(path.ofWidth(4), TREE));

    assertThat(tiles.node(1, 0)).isEqualTo(TREE.node(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> tiles.node(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> wide.node(1, 0));
  }
}
