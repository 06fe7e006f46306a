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

  /** With this few elements one power after the other is faster than all together. */
  private static final int FEW = 2;

  private final String name;
  private final BigInteger p;
  private final BigInteger q;
  private final Montgomery field;
  private final Montgomery order;
  private final boolean safePrime;
  private final int elementDigits;
  private final int scalarDigits;
  private final int chunkBytes;
  private final long[] chunkShift;
  private final ModPElement generator;
  private final ModPElement identity;
  private volatile ModPFixedBase generatorBase;

  private ModPGroup(Parameters parameters) {
    this.name = parameters.name();
    this.p = parameters.p();
    this.q = parameters.q();
    this.field = new Montgomery(p);
    this.order = new Montgomery(q);
    this.safePrime = parameters.cofactor().equals(BigInteger.TWO);
    this.elementDigits = p.toString().length();
    this.scalarDigits = q.toString().length();
    this.chunkBytes = (q.bitLength() - 1) / 8;
    this.chunkShift =
        order.enter(Limbs.of(BigInteger.ONE.shiftLeft(8 * chunkBytes), order.count()));
    this.generator = element(parameters.g());
    this.identity = element(BigInteger.ONE);
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

  /** Arithmetic modulo p. */
  Montgomery field() {
    return field;
  }

  /** Arithmetic modulo q. */
  Montgomery order() {
    return order;
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
    if (generatorBase == null) {
      synchronized (this) {
        if (generatorBase == null) {
          generatorBase = new ModPFixedBase(this, generator);
        }
      }
    }
    return generatorBase;
  }

  @Override
  public FixedBase fixedBase(Element element) {
    return new ModPFixedBase(this, own(element));
  }

  @Override
  public Element decode(String text) throws DecodingException {
    BigInteger value = Decimal.below(p, elementDigits, Reason.NOT_IN_GROUP, text);
    if (!isMember(value)) {
      throw new DecodingException(Reason.NOT_IN_GROUP, "number", "a member of " + name, text);
    }
    return element(value);
  }

  /** If p = 2q + 1, the members are the squares. */
  private boolean isMember(BigInteger value) {
    return safePrime ? Jacobi.symbol(value, p) == 1 : value.modPow(q, p).equals(BigInteger.ONE);
  }

  /** Takes a number that is known to be a member. */
  ModPElement element(BigInteger member) {
    return new ModPElement(this, field.enter(Limbs.of(member, field.count())));
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
    return new ModPScalar(this, Limbs.toBigInteger(uniform(random)));
  }

  @Override
  public SecretScalar randomSecret(SecureRandom random) {
    return new ModPSecret(this, uniform(random));
  }

  /** A uniform number below q, by rejection. */
  private long[] uniform(SecureRandom random) {
    byte[] bytes = new byte[(q.bitLength() + 7) / 8];
    int mask = 0xff >> (8 * bytes.length - q.bitLength());
    long[] bound = Limbs.of(q, order.count());
    long[] difference = new long[order.count()];
    long[] candidate;
    do {
      random.nextBytes(bytes);
      bytes[0] &= (byte) mask;
      candidate = Limbs.fromBytes(bytes, 0, bytes.length, order.count());
    } while (Limbs.subtract(difference, candidate, bound) == 0);
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(difference, 0);
    return candidate;
  }

  /** Chunk by chunk, each below q, so that only the length of the array shows in the time. */
  @Override
  public SecretScalar reduceSecret(byte[] bigEndian) {
    long[] sum = new long[order.count()];
    int first = bigEndian.length % chunkBytes;
    for (int from = 0, to = first; to <= bigEndian.length; from = to, to += chunkBytes) {
      long[] shifted = new long[order.count()];
      order.multiply(shifted, sum, chunkShift);
      long[] chunk = Limbs.fromBytes(bigEndian, from, to, order.count());
      Arrays.fill(sum, 0);
      sum = order.add(order.normalize(shifted), chunk);
      Arrays.fill(shifted, 0);
      Arrays.fill(chunk, 0);
    }
    return new ModPSecret(this, sum);
  }

  @Override
  public SecretScalar secret(long value) {
    long sign = value >> 63;
    long magnitude = (value ^ sign) - sign;
    long[] limbs = new long[order.count()];
    limbs[0] = magnitude & Limbs.MASK;
    limbs[1] = magnitude >>> Limbs.BITS;
    long[] negated = order.subtract(new long[limbs.length], limbs);
    for (int i = 0; i < limbs.length; i++) {
      limbs[i] ^= (limbs[i] ^ negated[i]) & sign;
    }
    return new ModPSecret(this, limbs);
  }

  @Override
  public Element linearCombination(List<Scalar> factors, List<Element> elements) {
    if (factors.size() != elements.size()) {
      throw new IllegalArgumentException("as many factors as elements");
    }
    if (factors.size() <= FEW) {
      Element sum = identity;
      for (int i = 0; i < factors.size(); i++) {
        sum = sum.plus(own(elements.get(i)).times(factors.get(i)));
      }
      return sum;
    }
    int bits = factors.stream().mapToInt(f -> own(f).value().bitLength()).max().getAsInt();
    List<long[]> exponents = factors.stream().map(factor -> own(factor).limbs()).toList();
    List<long[]> bases = elements.stream().map(element -> own(element).residue()).toList();
    return new ModPElement(this, PowerProduct.of(field, bases, exponents, bits));
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
