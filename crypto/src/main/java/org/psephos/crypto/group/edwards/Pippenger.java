package org.psephos.crypto.group.edwards;

import java.util.Arrays;
import java.util.List;

/**
 * Sums of many products with public scalars, in variable time. Every scalar is cut into signed
 * digits of c bits; for each position the points with the same digit are gathered in a bucket, and
 * the buckets are summed with their weights (Pippenger's method).
 */
final class Pippenger {

  private static final int MIN_WIDTH = 3;
  private static final int MAX_WIDTH = 14;

  /** What a bucket costs, two general additions, in additions of affine points. */
  private static final double BUCKET_COST = 2.6;

  private final int count;
  private final int width;
  private final int positions;
  private final short[] digits;
  private final long[] points;
  private final Addend scratch = new Addend();
  private final Accumulator total = new Accumulator();

  /** The sum of the points with each digit, valid where there are two of them or more. */
  private final Accumulator[] buckets;

  /** How many points are in a bucket so far. */
  private final int[] sizes;

  /** The first point of a bucket; the complement of its number if it is to be subtracted. */
  private final int[] firsts;

  private Pippenger(List<EdwardsScalar> factors, List<EdwardsElement> elements) {
    int bits = 0;
    for (EdwardsScalar factor : factors) {
      bits = Math.max(bits, ModOrder.bitLength(factor.limbs()));
    }
    this.count = factors.size();
    this.width = cheapestWidth(count, bits);
    this.positions = bits / width + 1;
    this.digits = new short[count * positions];
    this.points = AffineTable.of(elements.toArray(new EdwardsElement[0]));
    this.sizes = new int[1 << (width - 1)];
    this.firsts = new int[sizes.length];
    this.buckets = new Accumulator[sizes.length];
    Arrays.setAll(buckets, i -> total.sibling());
    for (int i = 0; i < count; i++) {
      cut(factors.get(i), i);
    }
  }

  static EdwardsElement sum(List<EdwardsScalar> factors, List<EdwardsElement> elements) {
    return new Pippenger(factors, elements).sum();
  }

  private static int cheapestWidth(int count, int bits) {
    int best = MIN_WIDTH;
    for (int width = MIN_WIDTH; width <= MAX_WIDTH; width++) {
      if (cost(count, bits, width) < cost(count, bits, best)) {
        best = width;
      }
    }
    return best;
  }

  private static double cost(int count, int bits, int width) {
    return (bits / width + 1) * (count + BUCKET_COST * (1 << (width - 1)));
  }

  /** Digits in (−2^(c−1), 2^(c−1)]. */
  private void cut(EdwardsScalar factor, int point) {
    int carry = 0;
    for (int i = 0; i < positions; i++) {
      int digit = ModOrder.bits(factor.limbs(), i * width, width) + carry;
      carry = (digit + buckets.length - 1) >> width;
      digits[i * count + point] = (short) (digit - (carry << width));
    }
  }

  private EdwardsElement sum() {
    for (int position = positions - 1; position >= 0; position--) {
      for (int i = 0; i < width; i++) {
        total.twice();
      }
      gather(position);
      addBuckets();
    }
    return total.toElement();
  }

  private void gather(int position) {
    Arrays.fill(sizes, 0);
    for (int i = 0; i < count; i++) {
      int digit = digits[position * count + i];
      if (digit > 0) {
        put(digit - 1, i);
      } else if (digit < 0) {
        put(-digit - 1, ~i);
      }
    }
  }

  /** Puts in the point, or its negative for the complement of its number. */
  private void put(int bucket, int point) {
    sizes[bucket]++;
    if (sizes[bucket] == 1) {
      firsts[bucket] = point;
      return;
    }
    if (sizes[bucket] == 2) {
      load(firsts[bucket]);
      buckets[bucket].setAffine(scratch);
    }
    load(point);
    buckets[bucket].addAffine(scratch);
  }

  private void load(int point) {
    if (point >= 0) {
      scratch.loadAffine(points, point);
    } else {
      scratch.loadAffine(points, ~point);
      scratch.negate(-1);
    }
  }

  /** Adds each bucket as often as its digit says: sums of sums from the top down. */
  private void addBuckets() {
    Accumulator running = total.sibling();
    Accumulator weighted = total.sibling();
    for (int i = buckets.length - 1; i >= 0; i--) {
      if (sizes[i] == 1) {
        load(firsts[i]);
        running.addAffine(scratch);
      } else if (sizes[i] > 1) {
        buckets[i].prepare(scratch);
        running.add(scratch);
      }
      running.prepare(scratch);
      weighted.add(scratch);
    }
    weighted.prepare(scratch);
    total.add(scratch);
  }
}
