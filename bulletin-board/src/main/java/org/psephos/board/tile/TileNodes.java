package org.psephos.board.tile;

import java.util.HashMap;
import java.util.Map;
import org.psephos.board.merkle.NodeReader;
import org.psephos.crypto.hash.Digest;

/**
 * The nodes of the tree of one size, out of its tiles. Believes the tiles: if they come from a
 * stranger, compare what is made of them with a signed root. Remembers every tile that it read, so
 * make one for each task. Not thread safe.
 */
public final class TileNodes<E extends Exception> implements NodeReader<E> {

  private static final int LEVEL_BITS = 8;

  private final long size;
  private final TileReader<E> tiles;
  private final Map<TilePath, HashTile> seen = new HashMap<>();

  /**
   * The tree of the first {@code size} entries.
   *
   * @param tiles knows the tiles of that size, {@link TileRows#hashTiles(long)}
   */
  public TileNodes(long size, TileReader<E> tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  @Override
  public Digest node(int level, long index) throws E {
    int row = level / LEVEL_BITS;
    int span = 1 << (level % LEVEL_BITS);
    long first = index * span;
    int offset = (int) (first % TilePath.FULL);
    int width = TileRows.width(row, first / TilePath.FULL, size);
    if (offset + span > width) {
      throw new IllegalArgumentException(
          "no complete node " + index + " of level " + level + " in a tree of size " + size);
    }
    return tile(new TilePath(row, first / TilePath.FULL, width)).subtree(offset, span);
  }

  private HashTile tile(TilePath path) throws E {
    HashTile tile = seen.get(path);
    if (tile == null) {
      tile = tiles.tile(path);
      if (tile.hashes().size() != path.width()) {
        throw new IllegalArgumentException("the reader gave another width for " + path);
      }
      seen.put(path, tile);
    }
    return tile;
  }
}
