package org.psephos.crypto.group.edwards;

/** The multiples 1, 3, 5, … of a point, in one table, for adding the digits of a scalar. */
final class OddMultiples {

  private final int width;
  private final boolean affine;
  private final long[] table;

  private OddMultiples(int width, boolean affine, long[] table) {
    this.width = width;
    this.affine = affine;
    this.table = table;
  }

  /** A table for digits of that width, quickly made for one use. */
  static OddMultiples once(EdwardsElement element, int width) {
    int count = 1 << (width - 2);
    long[] table = new long[count * Addend.SIZE];
    Accumulator multiple = Accumulator.of(element);
    Addend addend = new Addend();
    multiple.prepare(addend);
    addend.store(table, 0);
    if (count > 1) {
      multiple.twice();
      Addend twofold = new Addend();
      multiple.prepare(twofold);
      multiple = Accumulator.of(element);
      for (int i = 1; i < count; i++) {
        multiple.add(twofold);
        multiple.prepare(addend);
        addend.store(table, i);
      }
    }
    return new OddMultiples(width, false, table);
  }

  /** A table for digits of that width, made to be used often. */
  static OddMultiples often(EdwardsElement element, int width) {
    EdwardsElement[] points = new EdwardsElement[1 << (width - 2)];
    EdwardsElement twofold = element.plus(element);
    points[0] = element;
    for (int i = 1; i < points.length; i++) {
      points[i] = points[i - 1].plus(twofold);
    }
    return new OddMultiples(width, true, AffineTable.of(points));
  }

  int width() {
    return width;
  }

  /** Adds the multiple that the digit names; nothing for the digit 0. */
  void addTo(Accumulator sum, int digit, Addend scratch) {
    if (digit == 0) {
      return;
    }
    int index = Math.abs(digit) >> 1;
    if (affine) {
      scratch.loadAffine(table, index);
      if (digit > 0) {
        sum.addAffine(scratch);
      } else {
        sum.subtractAffine(scratch);
      }
    } else {
      scratch.load(table, index);
      if (digit > 0) {
        sum.add(scratch);
      } else {
        sum.subtract(scratch);
      }
    }
  }
}
