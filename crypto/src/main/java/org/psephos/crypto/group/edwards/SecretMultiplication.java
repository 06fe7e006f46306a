package org.psephos.crypto.group.edwards;

import java.util.Arrays;

/**
 * Multiplication by secret scalars: the same field operations in the same order for every scalar, a
 * table that is read as a whole each time, no branch and no index that depends on the secret.
 */
final class SecretMultiplication {

  private static final int WIDTH = 4;

  private SecretMultiplication() {}

  static EdwardsElement times(EdwardsElement element, EdwardsSecret secret) {
    ScannedTable table = ScannedTable.once(element);
    byte[] digits = SecretDigits.of(secret);
    long[] masks = new long[SecretDigits.HALF];
    Addend addend = new Addend();
    Accumulator sum = new Accumulator();
    for (int i = SecretDigits.COUNT - 1; i >= 0; i--) {
      for (int j = 0; j < WIDTH; j++) {
        sum.twice();
      }
      table.choose(0, digits[i], addend, masks);
      sum.add(addend);
    }
    Arrays.fill(digits, (byte) 0);
    return sum.toElement();
  }

  /** Multiplies the element whose table {@link ScannedTable#often} made. */
  static EdwardsElement times(ScannedTable table, EdwardsSecret secret) {
    byte[] digits = SecretDigits.of(secret);
    long[] masks = new long[SecretDigits.HALF];
    Addend addend = new Addend();
    Accumulator sum = new Accumulator();
    for (int i = 0; i < SecretDigits.COUNT; i++) {
      table.choose(i, digits[i], addend, masks);
      sum.addAffine(addend);
    }
    Arrays.fill(digits, (byte) 0);
    return sum.toElement();
  }
}
