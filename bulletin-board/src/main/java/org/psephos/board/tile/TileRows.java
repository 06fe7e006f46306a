package org.psephos.board.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tiles a tree of a given size has. The row of level {@code l} holds {@code ⌊size/256^l⌋}
 * hashes, cut into tiles of 256 and a last partial one; only full tiles are hashed into the next
 * row.
 */
public final class TileRows {

  private static final int LEVEL_BITS = 8;

  private TileRows() {}

  /** The number of hashes in a row, or of entries for {@link TilePath#ENTRIES}. */
  public static long length(int level, long size) {
    if (level <= 0) {
      return size;
    }
    return level * LEVEL_BITS < Long.SIZE ? size >> (level * LEVEL_BITS) : 0;
  }

  /** The width of a tile in a tree of this size: 0 if it has not begun, at most 256. */
  public static int width(int level, long index, long size) {
    long rest = length(level, size) - index * TilePath.FULL;
    return (int) Math.max(0, Math.min(TilePath.FULL, rest));
  }

  /** All hash tiles of a tree, the lowest row first. */
  public static List<TilePath> hashTiles(long size) {
    return hashTiles(0, size);
  }

  /** All entry bundles of a tree. */
  public static List<TilePath> bundles(long size) {
    return bundles(0, size);
  }

  /** The hash tiles of the newer tree that the older one did not have in that width. */
  public static List<TilePath> hashTiles(long oldSize, long newSize) {
    List<TilePath> tiles = new ArrayList<>();
    for (int level = 0; length(level, newSize) > 0; level++) {
      addRow(tiles, level, oldSize, newSize);
    }
    return List.copyOf(tiles);
  }

  /** The entry bundles of the newer tree that the older one did not have in that width. */
  public static List<TilePath> bundles(long oldSize, long newSize) {
    List<TilePath> bundles = new ArrayList<>();
    addRow(bundles, TilePath.ENTRIES, oldSize, newSize);
    return List.copyOf(bundles);
  }

  private static void addRow(List<TilePath> tiles, int level, long oldSize, long newSize) {
    if (length(level, oldSize) >= length(level, newSize)) {
      return;
    }
    long index = length(level, oldSize) / TilePath.FULL;
    for (; width(level, index, newSize) > 0; index++) {
      tiles.add(new TilePath(level, index, width(level, index, newSize)));
    }
  }
}
