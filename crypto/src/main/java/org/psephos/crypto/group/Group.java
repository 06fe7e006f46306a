package org.psephos.crypto.group;

import java.security.SecureRandom;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/**
 * A cyclic group of prime order q in which discrete logarithms are assumed hard, written additively
 * for every family. Immutable and safe for use by many threads.
 *
 * <p>{@link #decode} and {@link #decodeScalar} are the only doors through which outside text
 * becomes an element or a scalar. Elements and scalars of different groups never mix: every
 * operation on two groups throws {@link IllegalArgumentException}.
 */
public interface Group {

  /** The name that stands in election.json, one of {@link Groups#names()}. */
  String name();

  /** The number of bits of the group order q. */
  int orderBits();

  /** The fixed generator g. */
  Element generator();

  /** The neutral element. */
  Element identity();

  /** The generator with its precomputed tables; made once per group and shared. */
  FixedBase generatorBase();

  /**
   * Precomputes tables for an element that will be multiplied many times, such as an election key.
   */
  FixedBase fixedBase(Element element);

  /**
   * Reads an element from its version 1 text (protocol §2). Checks length, canonical spelling and
   * membership in the subgroup of order q. The identity is a member; who must not accept it checks.
   *
   * @throws DecodingException if the text is not the canonical spelling of a member
   */
  Element decode(String text) throws DecodingException;

  /** The scalar 0. */
  Scalar zero();

  /** The scalar {@code value} mod q; {@code value} may be negative. */
  Scalar scalar(long value);

  /**
   * Reads a canonical decimal in [0, q): ASCII digits, no sign, no leading zero.
   *
   * @throws DecodingException if the text is anything else
   */
  Scalar decodeScalar(String text) throws DecodingException;

  /**
   * A digest of any length, read as a big-endian number, mod q. For challenges, never for nonces.
   */
  Scalar reduce(byte[] bigEndian);

  /**
   * The version 1 challenge: SHA-256 over {@code prefix} and the comma-separated texts of the
   * elements, big-endian, mod q.
   */
  default Scalar hashToScalar(String prefix, List<Element> elements) {
    StringBuilder text = new StringBuilder(prefix);
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      text.append(elements.get(i).encode());
    }
    return reduce(Digest.sha256(text.toString()).toByteArray());
  }

  /** A uniformly random public scalar in [0, q). */
  Scalar randomScalar(SecureRandom random);

  /** A uniformly random secret scalar in [0, q). */
  SecretScalar randomSecret(SecureRandom random);

  /** The secret big-endian number mod q; the caller keeps and wipes {@code bigEndian}. */
  SecretScalar reduceSecret(byte[] bigEndian);

  /** Takes a small secret, such as a choice of 0 or 1, into the secret type; may be negative. */
  SecretScalar secret(long value);

  /**
   * The sum of {@code factors[i]·elements[i]}; public values only, variable time. The lists have
   * equal length; empty lists give the identity.
   */
  Element linearCombination(List<Scalar> factors, List<Element> elements);
}
