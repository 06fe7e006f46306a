package org.psephos.crypto.group.modp;

/**
 * Powers of one base by the method of Lim and Lee (Crypto '94). The exponent is cut into eight
 * teeth, each tooth into eight parts; table j holds the products of every subset of the eight
 * base^(2^i) where part j of a tooth starts. A power then costs one multiplication per eight bits
 * and a squaring per 64 bits. Immutable and safe for many threads.
 */
final class Comb {

  private static final int TEETH = 8;
  private static final int PARTS = 8;

  @FunctionalInterface
  private interface Lookup {
    void read(Table table, int row, long[] out);
  }

  private final Montgomery field;
  private final int part;
  private final Table[] tables = new Table[PARTS];

  /** Tables for exponents of at most {@code bits} bits. */
  Comb(Montgomery field, long[] base, int bits) {
    this.field = field;
    this.part = (bits + TEETH * PARTS - 1) / (TEETH * PARTS);
    long[][] starts = starts(base);
    for (int j = 0; j < PARTS; j++) {
      tables[j] = subsets(starts, j);
    }
  }

  /** base^(2^i) for the i where a part starts. */
  private long[][] starts(long[] base) {
    long[][] starts = new long[TEETH * PARTS][];
    long[] power = base.clone();
    long[] spare = new long[base.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = power.clone();
      for (int squaring = 0; squaring < part; squaring++) {
        field.multiply(spare, power, power);
        long[] swap = power;
        power = spare;
        spare = swap;
      }
    }
    return starts;
  }

  private Table subsets(long[][] starts, int j) {
    Table table = new Table(1 << TEETH, field.count());
    long[] rest = field.one();
    long[] product = new long[field.count()];
    table.set(0, rest);
    for (int row = 1; row < 1 << TEETH; row++) {
      table.read(row & (row - 1), rest);
      field.multiply(product, rest, starts[Integer.numberOfTrailingZeros(row) * PARTS + j]);
      table.set(row, product);
    }
    return table;
  }

  /** base^exponent of a public exponent, in Montgomery form below the modulus. */
  long[] power(long[] exponent) {
    return power(exponent, Table::read);
  }

  /** The same with a secret exponent: same multiplications, tables scanned whole. */
  long[] secretPower(long[] exponent) {
    return power(exponent, Table::scan);
  }

  private long[] power(long[] exponent, Lookup lookup) {
    long[] power = new long[field.count()];
    long[] spare = new long[power.length];
    long[] row = new long[power.length];
    lookup.read(tables[0], row(exponent, 0, part - 1), power);
    for (int column = part - 1; column >= 0; column--) {
      for (int j = column == part - 1 ? 1 : 0; j < PARTS; j++) {
        lookup.read(tables[j], row(exponent, j, column), row);
        field.multiply(spare, power, row);
        long[] swap = power;
        power = spare;
        spare = swap;
      }
      if (column > 0) {
        field.multiply(spare, power, power);
        long[] swap = power;
        power = spare;
        spare = swap;
      }
    }
    return field.normalize(power);
  }

  private int row(long[] exponent, int j, int column) {
    int row = 0;
    for (int tooth = 0; tooth < TEETH; tooth++) {
      row |= Limbs.bit(exponent, (tooth * PARTS + j) * part + column) << tooth;
    }
    return row;
  }
}
