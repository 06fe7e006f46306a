package org.psephos.crypto.group.edwards;

/** Whether a point of the curve, which has 8·q points, lies in the subgroup of order q. */
final class SubgroupCheck {

  private SubgroupCheck() {}

  static boolean passes(EdwardsElement point) {
    long[] beforeOrder = ModOrder.ofLong(-1);
    Accumulator product = new Accumulator();
    Addend addend = new Addend();
    Accumulator.of(point).prepare(addend);
    for (int i = ModOrder.ORDER_BITS - 1; i >= 0; i--) {
      product.twice();
      if (ModOrder.bits(beforeOrder, i, 1) == 1) {
        product.add(addend);
      }
    }
    product.add(addend);
    return product.toElement().isIdentity();
  }
}
