package org.psephos.crypto.group.modp;

import java.math.BigInteger;

/**
 * The Jacobi symbol by the binary algorithm (Bach and Shallit, Algorithmic Number Theory 5.9, and
 * Stein's subtraction), on limbs that are changed in place. Variable time, for public numbers.
 */
final class Jacobi {

  private long[] a;
  private long[] n;
  private int length;

  private Jacobi(BigInteger a, BigInteger n) {
    this.length = (n.bitLength() + Limbs.BITS - 1) / Limbs.BITS;
    this.a = Limbs.of(a, length);
    this.n = Limbs.of(n, length);
  }

  /** (a/n) for odd n &gt; 0 and 0 ≤ a &lt; n: 1, −1, or 0 if they share a factor. */
  static int symbol(BigInteger a, BigInteger n) {
    if (!n.testBit(0) || a.signum() < 0 || a.compareTo(n) >= 0) {
      throw new IllegalArgumentException("n is odd and 0 <= a < n");
    }
    return new Jacobi(a, n).symbol();
  }

  private int symbol() {
    int sign = 1;
    while (shorten()) {
      int twos = removeTwos();
      if ((twos & 1) == 1 && ((n[0] & 7) == 3 || (n[0] & 7) == 5)) {
        sign = -sign;
      }
      if (isLess()) {
        long[] swap = a;
        a = n;
        n = swap;
        if ((a[0] & 3) == 3 && (n[0] & 3) == 3) {
          sign = -sign;
        }
      }
      subtract();
    }
    return isOne() ? sign : 0;
  }

  /** Drops limbs that are zero in both; false if a is zero. */
  private boolean shorten() {
    while (length > 1 && a[length - 1] == 0 && n[length - 1] == 0) {
      length--;
    }
    for (int i = 0; i < length; i++) {
      if (a[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Makes a odd; returns how many factors 2 went. */
  private int removeTwos() {
    int twos = 0;
    while (a[0] == 0) {
      System.arraycopy(a, 1, a, 0, length - 1);
      a[length - 1] = 0;
      twos += Limbs.BITS;
    }
    int shift = Long.numberOfTrailingZeros(a[0]);
    for (int i = 0; i + 1 < length; i++) {
      a[i] = (a[i] >>> shift) | ((a[i + 1] << (Limbs.BITS - shift)) & Limbs.MASK);
    }
    a[length - 1] >>>= shift;
    return twos + shift;
  }

  private boolean isLess() {
    for (int i = length - 1; i >= 0; i--) {
      if (a[i] != n[i]) {
        return a[i] < n[i];
      }
    }
    return false;
  }

  private void subtract() {
    long borrow = 0;
    for (int i = 0; i < length; i++) {
      long difference = a[i] - n[i] + borrow;
      a[i] = difference & Limbs.MASK;
      borrow = difference >> Limbs.BITS;
    }
  }

  private boolean isOne() {
    long rest = n[0] ^ 1;
    for (int i = 1; i < length; i++) {
      rest |= n[i];
    }
    return rest == 0;
  }
}
