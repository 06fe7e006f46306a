package org.psephos.crypto.threshold;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;

/**
 * A polynomial over the scalars whose values are shares of its constant term. Nobody but its maker
 * may learn a coefficient. {@link #close} wipes it; not safe for use while another thread closes
 * it.
 */
public final class SecretPolynomial implements AutoCloseable {

  private final List<SecretScalar> coefficients;
  private final List<Element> commitments;

  private SecretPolynomial(List<SecretScalar> coefficients) {
    this.coefficients = List.copyOf(coefficients);
    this.commitments =
        coefficients.stream().map(a -> a.group().generatorBase().timesSecret(a)).toList();
  }

  /**
   * A fresh polynomial with uniformly random coefficients, none of them zero: a zero would make the
   * degree, and with it the threshold, visibly smaller.
   *
   * @param threshold the number of coefficients, at least 1
   */
  public static SecretPolynomial random(Group group, int threshold, SecureRandom random) {
    if (threshold < 1) {
      throw new IllegalArgumentException("a polynomial has at least one coefficient");
    }
    SecretPolynomial fresh = draw(group, threshold, random);
    while (fresh.commitments.stream().anyMatch(Element::isIdentity)) {
      fresh.close();
      fresh = draw(group, threshold, random);
    }
    return fresh;
  }

  private static SecretPolynomial draw(Group group, int threshold, SecureRandom random) {
    List<SecretScalar> coefficients = new ArrayList<>(threshold);
    for (int k = 0; k < threshold; k++) {
      coefficients.add(group.randomSecret(random));
    }
    return new SecretPolynomial(coefficients);
  }

  /**
   * Takes a polynomial back, for example from an opened file.
   *
   * @param bytes what {@link #exposeBytes} gave; the caller keeps and wipes them
   * @throws IllegalArgumentException if their number is not that of whole coefficients
   */
  public static SecretPolynomial restore(Group group, byte[] bytes) {
    int length = (group.orderBits() + 7) / 8;
    if (bytes.length == 0 || bytes.length % length != 0) {
      throw new IllegalArgumentException("a coefficient has " + length + " bytes");
    }
    List<SecretScalar> coefficients = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += length) {
      byte[] one = Arrays.copyOfRange(bytes, from, from + length);
      coefficients.add(group.reduceSecret(one));
      Arrays.fill(one, (byte) 0);
    }
    return new SecretPolynomial(coefficients);
  }

  public Group group() {
    return commitments.get(0).group();
  }

  /** a_k·g for each coefficient, constant term first. */
  public List<Element> commitments() {
    return commitments;
  }

  /**
   * The value at an index, in a sequence of operations that does not depend on the coefficients.
   *
   * @param index from 1: the value at 0 is the secret itself
   * @return the caller closes it
   */
  public SecretScalar at(int index) {
    if (index < 1) {
      throw new IllegalArgumentException("a share has an index from 1");
    }
    SecretScalar value = group().secret(0);
    for (int k = coefficients.size() - 1; k >= 0; k--) {
      try (SecretScalar before = value;
          SecretScalar shifted = before.times(group().scalar(index))) {
        value = shifted.plus(coefficients.get(k));
      }
    }
    return value;
  }

  /**
   * All coefficients, big-endian, each padded to the length of q, constant term first, for writing
   * into an encrypted file. The caller wipes the array.
   */
  public byte[] exposeBytes() {
    int length = (group().orderBits() + 7) / 8;
    byte[] all = new byte[coefficients.size() * length];
    for (int k = 0; k < coefficients.size(); k++) {
      byte[] one = coefficients.get(k).exposeBytes();
      System.arraycopy(one, 0, all, k * length, length);
      Arrays.fill(one, (byte) 0);
    }
    return all;
  }

  @Override
  public void close() {
    coefficients.forEach(SecretScalar::close);
  }
}
