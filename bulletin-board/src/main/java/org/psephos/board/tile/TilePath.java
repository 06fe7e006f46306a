package org.psephos.board.tile;

import java.util.Arrays;
import java.util.List;
import org.psephos.board.text.Decimal;
import org.psephos.crypto.codec.DecodingException;

/**
 * The name of a tile or of an entry bundle: {@code tile/<level>/<index>[.p/<width>]}.
 *
 * @param level 0 to 63 for hashes, {@link #ENTRIES} for entries
 * @param index from 0
 * @param width the number of hashes or entries, 1 to 255 if partial, 256 if full
 */
public record TilePath(int level, long index, int width) {

  /** In place of a level: the row of the entries themselves. */
  public static final int ENTRIES = -1;

  /** The number of hashes or entries in a full tile. */
  public static final int FULL = 256;

  private static final int HIGHEST = 63;
  private static final long LAST = Long.MAX_VALUE / FULL;
  private static final String PREFIX = "tile/";
  private static final String ENTRIES_NAME = "entries";
  private static final String PARTIAL = ".p";
  private static final String FORM = "tile/<level or entries>/<index>[.p/<width>]";

  public TilePath {
    if (level < ENTRIES || level > HIGHEST || index < 0 || index > LAST) {
      throw new IllegalArgumentException("no tile " + index + " of level " + level);
    }
    if (width < 1 || width > FULL) {
      throw new IllegalArgumentException("a tile has 1 to 256 items, not " + width);
    }
  }

  /**
   * Reads a path.
   *
   * @throws DecodingException if it is not the one spelling of a tile's name
   */
  public static TilePath parse(String path) throws DecodingException {
    List<String> parts = Arrays.asList(path.split("/", -1));
    if (!path.startsWith(PREFIX) || parts.size() < 3) {
      throw new DecodingException("tile", FORM, path);
    }
    int level = parts.get(1).equals(ENTRIES_NAME) ? ENTRIES : number(path, parts.get(1), HIGHEST);
    List<String> groups = parts.subList(2, parts.size());
    int width = FULL;
    if (groups.size() > 1 && groups.get(groups.size() - 2).endsWith(PARTIAL)) {
      width = number(path, groups.get(groups.size() - 1), FULL - 1);
      groups = groups.subList(0, groups.size() - 1);
    }
    TilePath tile = tile(path, level, String.join("", groups), width);
    if (!tile.path().equals(path)) {
      throw new DecodingException("tile", "the spelling " + tile.path(), path);
    }
    return tile;
  }

  /** Lenient about the grouping, since the caller compares spellings. */
  private static TilePath tile(String path, int level, String groups, int width)
      throws DecodingException {
    String digits = groups.replace("x", "").replace(PARTIAL, "").replaceFirst("^0+(?=.)", "");
    try {
      return new TilePath(level, Decimal.parse("tile index", digits), width);
    } catch (IllegalArgumentException e) {
      throw new DecodingException("tile", FORM, path);
    }
  }

  private static int number(String path, String text, int largest) throws DecodingException {
    long number = Decimal.parse("tile", text);
    if (number > largest) {
      throw new DecodingException("tile", "a number up to " + largest, path);
    }
    return (int) number;
  }

  /** The path, from the log's prefix on. */
  public String path() {
    String row = isEntries() ? ENTRIES_NAME : Integer.toString(level);
    String tail = isPartial() ? PARTIAL + "/" + width : "";
    return PREFIX + row + "/" + groups(index) + tail;
  }

  private static String groups(long index) {
    String last = threeDigits(index % 1000);
    String groups = last;
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      groups = "x" + threeDigits(rest % 1000) + "/" + groups;
    }
    return groups;
  }

  private static String threeDigits(long number) {
    String digits = Long.toString(number);
    return "0".repeat(3 - digits.length()) + digits;
  }

  public boolean isEntries() {
    return level == ENTRIES;
  }

  public boolean isPartial() {
    return width < FULL;
  }

  /** The number, in its row, of the first hash or entry of this tile. */
  public long first() {
    return index * FULL;
  }

  /** The same tile in another width. */
  public TilePath ofWidth(int other) {
    return new TilePath(level, index, other);
  }

  /** Whether a tree of this size has all hashes or entries of this tile. */
  public boolean isIn(long size) {
    return width <= TileRows.width(level, index, size);
  }

  @Override
  public String toString() {
    return path();
  }
}
