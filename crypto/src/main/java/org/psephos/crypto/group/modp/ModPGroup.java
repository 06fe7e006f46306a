package org.psephos.crypto.group.modp;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.DecodingException.Reason;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/**
 * The subgroup of prime order q of the integers modulo a prime p, written additively: "plus"
 * multiplies numbers. Immutable and safe for use by many threads.
 */
public final class ModPGroup implements Group {

  private static final ModPGroup BELENIOS_2048 = new ModPGroup(Parameters.BELENIOS_2048);
  private static final ModPGroup RFC_3526_2048 = new ModPGroup(Parameters.RFC_3526_2048);

  private final String name;
  private final BigInteger p;
  private final BigInteger q;
  private final ModPElement generator;
  private final ModPElement identity;
  private final FixedBase generatorBase;
  private final int elementDigits;
  private final int scalarDigits;

  private ModPGroup(Parameters parameters) {
    this.name = parameters.name();
    this.p = parameters.p();
    this.q = parameters.q();
    this.generator = new ModPElement(this, parameters.g());
    this.identity = new ModPElement(this, BigInteger.ONE);
    this.generatorBase = new ModPFixedBase(generator);
    this.elementDigits = p.toString().length();
    this.scalarDigits = q.toString().length();
  }

  /** The group that version 1 calls {@code BELENIOS-2048}. */
  public static ModPGroup belenios2048() {
    return BELENIOS_2048;
  }

  /** The group that version 1 calls {@code RFC-3526-2048}. */
  public static ModPGroup rfc3526() {
    return RFC_3526_2048;
  }

  BigInteger p() {
    return p;
  }

  BigInteger q() {
    return q;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int orderBits() {
    return q.bitLength();
  }

  @Override
  public Element generator() {
    return generator;
  }

  @Override
  public Element identity() {
    return identity;
  }

  @Override
  public FixedBase generatorBase() {
    return generatorBase;
  }

  @Override
  public FixedBase fixedBase(Element element) {
    return new ModPFixedBase(own(element));
  }

  @Override
  public Element decode(String text) throws DecodingException {
    BigInteger value = Decimal.below(p, elementDigits, Reason.NOT_IN_GROUP, text);
    if (value.signum() == 0 || !value.modPow(q, p).equals(BigInteger.ONE)) {
      throw new DecodingException(Reason.NOT_IN_GROUP, "number", "a member of " + name, text);
    }
    return new ModPElement(this, value);
  }

  @Override
  public Scalar zero() {
    return scalar(0);
  }

  @Override
  public Scalar scalar(long value) {
    return new ModPScalar(this, BigInteger.valueOf(value).mod(q));
  }

  @Override
  public Scalar decodeScalar(String text) throws DecodingException {
    return new ModPScalar(this, Decimal.below(q, scalarDigits, Reason.NOT_CANONICAL, text));
  }

  @Override
  public Scalar reduce(byte[] bigEndian) {
    return new ModPScalar(this, new BigInteger(1, bigEndian).mod(q));
  }

  @Override
  public Scalar randomScalar(SecureRandom random) {
    return reduce(uniform(random));
  }

  @Override
  public SecretScalar randomSecret(SecureRandom random) {
    byte[] bytes = uniform(random);
    try {
      return reduceSecret(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public SecretScalar reduceSecret(byte[] bigEndian) {
    return new ModPSecret(this, new BigInteger(1, bigEndian).mod(q));
  }

  @Override
  public SecretScalar secret(long value) {
    return new ModPSecret(this, BigInteger.valueOf(value).mod(q));
  }

  @Override
  public Element linearCombination(List<Scalar> factors, List<Element> elements) {
    if (factors.size() != elements.size()) {
      throw new IllegalArgumentException("as many factors as elements");
    }
    Element sum = identity;
    for (int i = 0; i < factors.size(); i++) {
      sum = sum.plus(elements.get(i).times(factors.get(i)));
    }
    return sum;
  }

  /** Uniform bytes below q, by rejection. */
  private byte[] uniform(SecureRandom random) {
    byte[] bytes = new byte[(q.bitLength() + 7) / 8];
    int mask = 0xff >> (8 * bytes.length - q.bitLength());
    do {
      random.nextBytes(bytes);
      bytes[0] &= (byte) mask;
    } while (new BigInteger(1, bytes).compareTo(q) >= 0);
    return bytes;
  }

  ModPElement own(Element element) {
    if (element instanceof ModPElement mine && mine.group() == this) {
      return mine;
    }
    throw new IllegalArgumentException("an element of another group than " + name);
  }

  ModPScalar own(Scalar scalar) {
    if (scalar instanceof ModPScalar mine && mine.group() == this) {
      return mine;
    }
    throw new IllegalArgumentException("a scalar of another group than " + name);
  }

  ModPSecret own(SecretScalar secret) {
    if (secret instanceof ModPSecret mine && mine.group() == this) {
      return mine;
    }
    throw new IllegalArgumentException("a secret scalar of another group than " + name);
  }

  @Override
  public String toString() {
    return name;
  }
}
