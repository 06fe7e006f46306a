package org.psephos.crypto.group.edwards;

import java.math.BigInteger;
import java.security.MessageDigest;
import org.psephos.crypto.hash.Digest;

/** A reproducible stream of bytes: SHA-256 over a seed and a counter. */
final class SeededBytes {

  private final String seed;
  private long counter;

  SeededBytes(String seed) {
    this.seed = seed;
  }

  /** The next 32 bytes. */
  byte[] next() {
    counter++;
    MessageDigest engine = Digest.sha256();
    for (char c : (seed + "|" + counter).toCharArray()) {
      engine.update((byte) c);
    }
    return engine.digest();
  }

  BigInteger nextNumber(BigInteger bound) {
    return new BigInteger(1, next()).mod(bound);
  }

  EdwardsScalar nextScalar() {
    return new EdwardsScalar(ModOrder.ofBytes(next()));
  }
}
