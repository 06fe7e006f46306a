package org.psephos.crypto.group.modp;

import java.util.Arrays;

/**
 * Rows of residues, all of one width, in blocks of 16 rows. Filled by whoever makes it, then only
 * read.
 */
final class Table {

  private static final int BLOCK = 16;

  private final int width;
  private final long[][] blocks;

  /** The number of rows is a multiple of 16. */
  Table(int rows, int width) {
    this.width = width;
    this.blocks = new long[rows / BLOCK][BLOCK * width];
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
    System.arraycopy(value, 0, blocks[row / BLOCK], row % BLOCK * width, width);
  }

  /** Copies a row that may be known. */
  void read(int row, long[] out) {
    System.arraycopy(blocks[row / BLOCK], row % BLOCK * width, out, 0, width);
  }

  /**
   * Copies a secret row: touches the whole table in the same order whichever row it is. First the
   * block, then the row in it, because one array into another is what the compiler vectorises.
   */
  void scan(int row, long[] out) {
    long[] block = new long[BLOCK * width];
    for (int i = 0; i < blocks.length; i++) {
      merge(block, blocks[i], equal(i, row / BLOCK));
    }
    long[] one = new long[width];
    Arrays.fill(out, 0);
    for (int i = 0; i < BLOCK; i++) {
      System.arraycopy(block, i * width, one, 0, width);
      merge(out, one, equal(i, row % BLOCK));
    }
    Arrays.fill(block, 0);
    Arrays.fill(one, 0);
  }

  private static void merge(long[] out, long[] from, long mask) {
    for (int i = 0; i < out.length; i++) {
      out[i] |= from[i] & mask;
    }
  }

  /** −1 if equal, else 0; for small natural numbers. */
  private static long equal(int a, int b) {
    return ((long) (a ^ b) - 1) >> 63;
  }
}
