package org.psephos.crypto.group.modp;

/**
 * A power with a secret exponent of any base: windows of four bits, most significant first, each
 * four squarings and one multiplication by a scanned row, also where the window is zero.
 */
final class SecretPower {

  private static final int WINDOW = 4;

  private SecretPower() {}

  /** base^exponent in Montgomery form, below the modulus; {@code bits} bounds every exponent. */
  static long[] of(Montgomery field, long[] base, long[] exponent, int bits) {
    Table powers = Table.powers(field, base, 1 << WINDOW);
    long[] power = new long[field.count()];
    long[] spare = new long[field.count()];
    long[] row = new long[field.count()];
    int top = (bits - 1) / WINDOW;
    powers.scan(Limbs.bits(exponent, top * WINDOW, WINDOW), power);
    for (int window = top - 1; window >= 0; window--) {
      for (int i = 0; i < WINDOW; i += 2) {
        field.multiply(spare, power, power);
        field.multiply(power, spare, spare);
      }
      powers.scan(Limbs.bits(exponent, window * WINDOW, WINDOW), row);
      field.multiply(spare, power, row);
      long[] swap = power;
      power = spare;
      spare = swap;
    }
    return field.normalize(power);
  }
}
