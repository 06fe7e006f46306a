package org.psephos.crypto.proof;

import java.security.SecureRandom;
import java.util.List;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/**
 * Knowledge of x with X = x·g, bound to a text; with its prefix also the signature of version 1.
 *
 * <p>challenge = S(prefix; A), A = response·g + challenge·X. The challenge does not cover X by
 * itself: the prefix must, directly ({@code pok|<group>|<X>|}) or through a hash ({@code
 * sig|<hash>|} over a ballot that contains X), and X must not be the identity.
 */
public final class Schnorr {

  private Schnorr() {}

  /** Proves knowledge of {@code secret} in a fixed sequence of operations. */
  public static Proof prove(String prefix, SecretScalar secret, SecureRandom random) {
    Group group = secret.group();
    try (SecretScalar nonce = group.randomSecret(random)) {
      Scalar challenge = challenge(prefix, group.generatorBase().timesSecret(nonce));
      try (SecretScalar masked = secret.times(challenge);
          SecretScalar response = nonce.minus(masked)) {
        return new Proof(challenge, response.reveal());
      }
    }
  }

  /** True if the proof shows knowledge of the logarithm of {@code image}. */
  @CheckReturnValue
  public static boolean verify(String prefix, Element image, Proof proof) {
    Group group = image.group();
    Element commitment =
        group.generatorBase().timesPlus(proof.response(), image, proof.challenge());
    return proof.challenge().equals(challenge(prefix, commitment));
  }

  private static Scalar challenge(String prefix, Element commitment) {
    return commitment.group().hashToScalar(prefix, List.of(commitment));
  }
}
