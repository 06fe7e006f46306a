package org.psephos.crypto.group.modp;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * Products of powers with public exponents, computed together so that the squarings are shared:
 * Straus's windows for a few bases, Pippenger's buckets for many. Variable time.
 */
final class PowerProduct {

  /** Narrower ones would not fill a block of a table. */
  private static final int NARROWEST_ROWS = 4;

  private static final int WIDEST_ROWS = 6;
  private static final int WIDEST_BUCKETS = 12;

  private final Montgomery field;
  private final List<long[]> bases;
  private final List<long[]> exponents;
  private final int bits;
  private long[] product;
  private long[] spare;

  private PowerProduct(Montgomery field, List<long[]> bases, List<long[]> exponents, int bits) {
    this.field = field;
    this.bases = bases;
    this.exponents = exponents;
    this.bits = bits;
    this.product = field.one();
    this.spare = new long[field.count()];
  }

  /**
   * Π bases[i]^exponents[i] in Montgomery form, below the modulus; every exponent has at most
   * {@code bits} bits.
   */
  static long[] of(Montgomery field, List<long[]> bases, List<long[]> exponents, int bits) {
    PowerProduct product = new PowerProduct(field, bases, exponents, bits);
    int rows = best(NARROWEST_ROWS, WIDEST_ROWS, product::strausCost);
    int buckets = best(1, WIDEST_BUCKETS, product::bucketCost);
    if (product.bucketCost(buckets) < product.strausCost(rows)) {
      product.pippenger(buckets);
    } else {
      product.straus(rows);
    }
    return field.normalize(product.product);
  }

  private static int best(int from, int to, IntToLongFunction cost) {
    return IntStream.rangeClosed(from, to)
        .boxed()
        .min(Comparator.comparingLong(cost::applyAsLong))
        .orElseThrow();
  }

  private long strausCost(int window) {
    return bases.size() * ((1L << window) + bits / window);
  }

  private long bucketCost(int window) {
    return (bits / window + 1) * (bases.size() + (2L << window));
  }

  private void straus(int window) {
    List<Table> tables =
        bases.stream().map(base -> Table.powers(field, base, 1 << window)).toList();
    long[] row = new long[field.count()];
    for (int at = top(window); at >= 0; at -= window) {
      square(window);
      for (int i = 0; i < tables.size(); i++) {
        int digit = Limbs.bits(exponents.get(i), at, window);
        if (digit != 0) {
          tables.get(i).read(digit, row);
          times(row);
        }
      }
    }
  }

  private void pippenger(int window) {
    for (int at = top(window); at >= 0; at -= window) {
      square(window);
      times(digitProduct(at, window));
    }
  }

  /** Π bases[i]^d[i] for the digits at one position, each base going to the bucket of its digit. */
  private long[] digitProduct(int at, int window) {
    long[][] buckets = new long[1 << window][];
    for (int i = 0; i < bases.size(); i++) {
      int digit = Limbs.bits(exponents.get(i), at, window);
      if (digit != 0) {
        buckets[digit] = multiplied(buckets[digit], bases.get(i));
      }
    }
    long[] running = null;
    long[] total = null;
    for (int digit = buckets.length - 1; digit > 0; digit--) {
      running = multiplied(running, buckets[digit]);
      total = multiplied(total, running);
    }
    return total == null ? field.one() : total;
  }

  /** The product, where null stands for 1. */
  private long[] multiplied(long[] a, long[] b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    long[] out = new long[field.count()];
    field.multiply(out, a, b);
    return out;
  }

  private int top(int window) {
    return Math.max(0, (bits - 1) / window) * window;
  }

  private void square(int count) {
    for (int i = 0; i < count; i++) {
      times(product);
    }
  }

  private void times(long[] factor) {
    field.multiply(spare, product, factor);
    long[] swap = product;
    product = spare;
    spare = swap;
  }
}
