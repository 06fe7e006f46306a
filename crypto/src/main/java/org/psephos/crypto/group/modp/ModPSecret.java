package org.psephos.crypto.group.modp;

import java.util.Arrays;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** A secret number in [0, q), as limbs that {@link #close} overwrites. */
final class ModPSecret implements SecretScalar {

  private final ModPGroup group;
  private final long[] limbs;
  private boolean closed;

  /** Takes the array over. */
  ModPSecret(ModPGroup group, long[] limbs) {
    this.group = group;
    this.limbs = limbs;
  }

  /** Not to be changed or kept. */
  long[] limbs() {
    if (closed) {
      throw new IllegalStateException("this secret is closed");
    }
    return limbs;
  }

  @Override
  public Group group() {
    return group;
  }

  @Override
  public SecretScalar plus(SecretScalar other) {
    return of(group.order().add(limbs(), group.own(other).limbs()));
  }

  @Override
  public SecretScalar minus(SecretScalar other) {
    return of(group.order().subtract(limbs(), group.own(other).limbs()));
  }

  @Override
  public SecretScalar times(SecretScalar other) {
    return times(group.own(other).limbs());
  }

  @Override
  public SecretScalar times(Scalar publicFactor) {
    return times(group.own(publicFactor).limbs());
  }

  private SecretScalar times(long[] factor) {
    long[] product = new long[limbs().length];
    group.order().multiply(product, limbs, factor);
    SecretScalar result = of(group.order().enter(product));
    Arrays.fill(product, 0);
    return result;
  }

  @Override
  public SecretScalar negate() {
    return of(group.order().subtract(new long[limbs().length], limbs));
  }

  private SecretScalar of(long[] result) {
    return new ModPSecret(group, result);
  }

  @Override
  public Scalar reveal() {
    return new ModPScalar(group, Limbs.toBigInteger(limbs()));
  }

  @Override
  public byte[] exposeBytes() {
    return Limbs.toBytes(limbs(), (group.orderBits() + 7) / 8);
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(limbs, 0);
  }
}
