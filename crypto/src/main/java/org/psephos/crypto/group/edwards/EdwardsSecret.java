package org.psephos.crypto.group.edwards;

import java.util.Arrays;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** A secret number in [0, q). */
final class EdwardsSecret implements SecretScalar {

  private final long[] limbs;
  private boolean closed;

  /** Takes over limbs that are reduced. */
  EdwardsSecret(long[] limbs) {
    this.limbs = limbs;
  }

  /**
   * The secret as one of this group's.
   *
   * @throws IllegalArgumentException if it belongs to another group
   */
  static EdwardsSecret own(SecretScalar secret) {
    if (secret instanceof EdwardsSecret edwards) {
      return edwards;
    }
    throw new IllegalArgumentException("a secret of " + secret.group().name());
  }

  /** The limbs of {@link ModOrder}, not to be changed. */
  long[] limbs() {
    if (closed) {
      throw new IllegalStateException("this secret is closed");
    }
    return limbs;
  }

  @Override
  public Group group() {
    return Ed25519Group.instance();
  }

  @Override
  public SecretScalar plus(SecretScalar other) {
    return new EdwardsSecret(ModOrder.add(limbs(), own(other).limbs()));
  }

  @Override
  public SecretScalar minus(SecretScalar other) {
    return new EdwardsSecret(ModOrder.subtract(limbs(), own(other).limbs()));
  }

  @Override
  public SecretScalar times(SecretScalar other) {
    return new EdwardsSecret(ModOrder.multiply(limbs(), own(other).limbs()));
  }

  @Override
  public SecretScalar times(Scalar publicFactor) {
    return new EdwardsSecret(ModOrder.multiply(limbs(), EdwardsScalar.own(publicFactor).limbs()));
  }

  @Override
  public SecretScalar negate() {
    return new EdwardsSecret(ModOrder.subtract(new long[ModOrder.LIMBS], limbs()));
  }

  @Override
  public Scalar reveal() {
    return new EdwardsScalar(limbs().clone());
  }

  @Override
  public byte[] exposeBytes() {
    return ModOrder.toBytes(limbs());
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(limbs, 0);
  }
}
