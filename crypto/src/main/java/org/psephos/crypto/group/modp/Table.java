package org.psephos.crypto.group.modp;

import java.util.Arrays;

/** Rows of residues, all of one width. Filled by whoever makes it, then only read. */
final class Table {

  private final int width;
  private final long[] limbs;

  /**
   * @param rows a multiple of four
   */
  Table(int rows, int width) {
    this.width = width;
    this.limbs = new long[rows * width];
  }

  /** The first rows are 1, base, base², …; fills the table. */
  static Table powers(Montgomery field, long[] base, int rows) {
    Table table = new Table(rows, field.count());
    long[] power = field.one();
    long[] next = new long[field.count()];
    table.set(0, power);
    table.set(1, base);
    System.arraycopy(base, 0, power, 0, base.length);
    for (int row = 2; row < rows; row++) {
      field.multiply(next, power, base);
      table.set(row, next);
      long[] spare = power;
      power = next;
      next = spare;
    }
    return table;
  }

  void set(int row, long[] value) {
    System.arraycopy(value, 0, limbs, row * width, width);
  }

  /** Copies a row that may be known. */
  void read(int row, long[] out) {
    System.arraycopy(limbs, row * width, out, 0, width);
  }

  /** Copies a secret row: touches the whole table in the same order whichever row it is. */
  void scan(int row, long[] out) {
    Arrays.fill(out, 0);
    for (int r = 0; r * width < limbs.length; r += 4) {
      long first = equal(r, row);
      long second = equal(r + 1, row);
      long third = equal(r + 2, row);
      long fourth = equal(r + 3, row);
      int at = r * width;
      for (int i = 0; i < width; i++) {
        out[i] |=
            (limbs[at + i] & first)
                | (limbs[at + width + i] & second)
                | (limbs[at + 2 * width + i] & third)
                | (limbs[at + 3 * width + i] & fourth);
      }
    }
  }

  /** −1 if equal, else 0; for small natural numbers. */
  private static long equal(int a, int b) {
    return ((long) (a ^ b) - 1) >> 63;
  }
}
