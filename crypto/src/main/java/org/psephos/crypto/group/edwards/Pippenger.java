package org.psephos.crypto.group.edwards;

import java.util.Arrays;
import java.util.List;

/**
 * Sums of many products with public scalars, in variable time. Every scalar is cut into signed
 * digits of c bits; for each position the points with the same digit are gathered in a bucket, and
 * the buckets are summed with their weights (Pippenger's method).
 */
final class Pippenger {

  private final int width;
  private final int positions;
  private final short[] digits;
  private final long[] points;
  private final Accumulator[] buckets;
  private final Addend scratch = new Addend();

  private Pippenger(List<EdwardsScalar> factors, List<EdwardsElement> elements) {
    int bits = 0;
    for (EdwardsScalar factor : factors) {
      bits = Math.max(bits, ModOrder.bitLength(factor.limbs()));
    }
    int count = factors.size();
    this.width = widthFor(count);
    this.positions = bits / width + 1;
    this.digits = new short[count * positions];
    this.points = AffineTable.of(elements.toArray(new EdwardsElement[0]));
    this.buckets = new Accumulator[1 << (width - 1)];
    for (int i = 0; i < count; i++) {
      cut(factors.get(i), i * positions);
    }
  }

  static EdwardsElement sum(List<EdwardsScalar> factors, List<EdwardsElement> elements) {
    return new Pippenger(factors, elements).sum();
  }

  private static int widthFor(int count) {
    return Math.max(4, Math.min(14, 32 - Integer.numberOfLeadingZeros(count) - 2));
  }

  /** Digits in (−2^(c−1), 2^(c−1)]. */
  private void cut(EdwardsScalar factor, int offset) {
    int carry = 0;
    for (int i = 0; i < positions; i++) {
      int digit = ModOrder.bits(factor.limbs(), i * width, width) + carry;
      carry = (digit + buckets.length - 1) >> width;
      digits[offset + i] = (short) (digit - (carry << width));
    }
  }

  private EdwardsElement sum() {
    Accumulator total = new Accumulator();
    for (int position = positions - 1; position >= 0; position--) {
      for (int i = 0; i < width; i++) {
        total.twice();
      }
      gather(position);
      addWeighted(total);
    }
    return total.toElement();
  }

  private void gather(int position) {
    Arrays.fill(buckets, null);
    for (int i = 0, at = position; at < digits.length; i++, at += positions) {
      int digit = digits[at];
      if (digit == 0) {
        continue;
      }
      int index = Math.abs(digit) - 1;
      if (buckets[index] == null) {
        buckets[index] = new Accumulator();
      }
      scratch.loadAffine(points, i);
      if (digit > 0) {
        buckets[index].addAffine(scratch);
      } else {
        buckets[index].subtractAffine(scratch);
      }
    }
  }

  /** Adds each bucket as often as its digit says: sums of sums from the top down. */
  private void addWeighted(Accumulator total) {
    Accumulator running = new Accumulator();
    Accumulator weighted = new Accumulator();
    for (int i = buckets.length - 1; i >= 0; i--) {
      if (buckets[i] != null) {
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
