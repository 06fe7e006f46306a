package org.psephos.crypto.group.edwards;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;

/** Points of the whole curve, which nothing but tests can make. */
final class Points {

  private Points() {}

  /** A point of the curve, in the subgroup one time out of eight. */
  static EdwardsElement next(SeededBytes random) {
    EdwardsElement point = null;
    while (point == null) {
      point = readOrNull(HexFormat.of().formatHex(random.next()));
    }
    return point;
  }

  private static EdwardsElement readOrNull(String text) {
    try {
      return PointText.read(text);
    } catch (DecodingException e) {
      return null;
    }
  }

  /** The multiple by q, by plain doubling and adding. */
  static EdwardsElement timesOrder(EdwardsElement point) {
    long[] beforeOrder = ModOrder.ofLong(-1);
    EdwardsElement product = EdwardsElement.IDENTITY;
    for (int i = ModOrder.ORDER_BITS - 1; i >= 0; i--) {
      product = product.plus(product);
      if (ModOrder.bits(beforeOrder, i, 1) == 1) {
        product = product.plus(point);
      }
    }
    return product.plus(point);
  }

  /** The eight points of order 1, 2, 4 and 8: the multiples 0 to 7 of one of order 8. */
  static List<EdwardsElement> ofSmallOrder() {
    SeededBytes random = new SeededBytes("small order");
    while (true) {
      EdwardsElement unit = timesOrder(next(random));
      if (!times4(unit).isIdentity()) {
        List<EdwardsElement> points = new ArrayList<>();
        EdwardsElement point = EdwardsElement.IDENTITY;
        for (int i = 0; i < 8; i++) {
          points.add(point);
          point = point.plus(unit);
        }
        return points;
      }
    }
  }

  private static EdwardsElement times4(EdwardsElement point) {
    EdwardsElement twofold = point.plus(point);
    return twofold.plus(twofold);
  }

  /** The same point with Z = 1. */
  static EdwardsElement affine(EdwardsElement point) {
    try {
      return PointText.read(point.encode());
    } catch (DecodingException e) {
      throw new IllegalStateException("an encoded point can be read", e);
    }
  }
}
