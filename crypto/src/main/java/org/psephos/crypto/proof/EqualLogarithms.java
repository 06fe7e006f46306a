package org.psephos.crypto.proof;

import java.security.SecureRandom;
import java.util.List;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/**
 * Equality of two logarithms, as version 1 proves a partial decryption: x = log of {@code image} to
 * the base g = log of {@code factor} to the base {@code base}.
 *
 * <p>challenge = S(prefix; A, B), A = response·g + challenge·image, B = response·base +
 * challenge·factor. The challenge covers neither {@code base} nor {@code factor}: alone it does not
 * stop a trustee who may choose one of them afterwards. That is why the strong decryption proof
 * stands beside it.
 */
public final class EqualLogarithms {

  private EqualLogarithms() {}

  /** Proves that the logarithm of {@code secret·base} to that base is {@code secret}. */
  public static Proof prove(String prefix, Element base, SecretScalar secret, SecureRandom random) {
    Group group = base.group();
    try (SecretScalar nonce = group.randomSecret(random)) {
      Scalar challenge =
          challenge(prefix, group.generatorBase().timesSecret(nonce), base.timesSecret(nonce));
      try (SecretScalar masked = secret.times(challenge);
          SecretScalar response = nonce.minus(masked)) {
        return new Proof(challenge, response.reveal());
      }
    }
  }

  /** True if the proof shows that both logarithms are equal. */
  @CheckReturnValue
  public static boolean verify(
      String prefix, Element image, Element base, Element factor, Proof proof) {
    Group group = image.group();
    Element first = group.generatorBase().timesPlus(proof.response(), image, proof.challenge());
    Element second =
        group.linearCombination(
            List.of(proof.response(), proof.challenge()), List.of(base, factor));
    return proof.challenge().equals(challenge(prefix, first, second));
  }

  private static Scalar challenge(String prefix, Element first, Element second) {
    return first.group().hashToScalar(prefix, List.of(first, second));
  }
}
