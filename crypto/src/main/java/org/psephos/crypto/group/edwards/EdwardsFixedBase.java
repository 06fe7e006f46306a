package org.psephos.crypto.group.edwards;

import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** An element with its tables, each made when it is first needed. */
final class EdwardsFixedBase implements FixedBase {

  private static final int WIDTH = 8;
  private static final int POSITIONS = 32;
  private static final int MULTIPLES = 1 << (WIDTH - 1);

  private final EdwardsElement element;
  private volatile long[] publicTable;
  private volatile ScannedTable secretTable;
  private volatile OddMultiples oddMultiples;

  EdwardsFixedBase(EdwardsElement element) {
    this.element = element;
  }

  @Override
  public Element element() {
    return element;
  }

  @Override
  public Element times(Scalar publicFactor) {
    long[] limbs = EdwardsScalar.own(publicFactor).limbs();
    long[] table = publicTable();
    Accumulator sum = new Accumulator();
    Addend addend = new Addend();
    int carry = 0;
    for (int i = 0; i < POSITIONS; i++) {
      int digit = ModOrder.bits(limbs, i * WIDTH, WIDTH) + carry;
      carry = (digit + MULTIPLES - 1) >> WIDTH;
      digit -= carry << WIDTH;
      if (digit != 0) {
        addend.loadAffine(table, i * MULTIPLES + Math.abs(digit) - 1);
        if (digit > 0) {
          sum.addAffine(addend);
        } else {
          sum.subtractAffine(addend);
        }
      }
    }
    return sum.toElement();
  }

  @Override
  public Element timesSecret(SecretScalar secretFactor) {
    EdwardsSecret secret = EdwardsSecret.own(secretFactor);
    return SecretMultiplication.times(secretTable(), secret);
  }

  @Override
  public Element timesPlus(Scalar factor, Element other, Scalar otherFactor) {
    return PublicMultiplication.sum(
        PublicMultiplication.Term.of(oddMultiples(), EdwardsScalar.own(factor)),
        PublicMultiplication.Term.of(EdwardsElement.own(other), EdwardsScalar.own(otherFactor)));
  }

  private long[] publicTable() {
    long[] table = publicTable;
    if (table == null) {
      table = makePublicTable();
      publicTable = table;
    }
    return table;
  }

  /** The multiples 1 to 128 of 256^i times the element, for every position i. */
  private long[] makePublicTable() {
    EdwardsElement[] points = new EdwardsElement[POSITIONS * MULTIPLES];
    EdwardsElement unit = element;
    for (int i = 0; i < POSITIONS; i++) {
      EdwardsElement multiple = unit;
      for (int j = 0; j < MULTIPLES; j++) {
        points[i * MULTIPLES + j] = multiple;
        multiple = multiple.plus(unit);
      }
      EdwardsElement half = points[i * MULTIPLES + MULTIPLES - 1];
      unit = half.plus(half);
    }
    return AffineTable.of(points);
  }

  private ScannedTable secretTable() {
    ScannedTable table = secretTable;
    if (table == null) {
      table = ScannedTable.often(element);
      secretTable = table;
    }
    return table;
  }

  private OddMultiples oddMultiples() {
    OddMultiples multiples = oddMultiples;
    if (multiples == null) {
      multiples = OddMultiples.often(element, WIDTH);
      oddMultiples = multiples;
    }
    return multiples;
  }
}
