package org.psephos.crypto.group.edwards;

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
 * The subgroup of prime order of edwards25519, which version 1 calls {@code Ed25519}. Immutable and
 * safe for use by many threads.
 */
public final class Ed25519Group implements Group {

  private static final String NAME = "Ed25519";

  /** RFC 8032: the point with y = 4/5 and even x. */
  private static final String GENERATOR =
      "6666666666666666666666666666666666666666666666666666666666666658";

  private static final Ed25519Group INSTANCE = new Ed25519Group();

  /** So long that what exceeds a multiple of q shows a bias below 2^-256. */
  private static final int RANDOM_BYTES = 64;

  private final FixedBase generatorBase;

  private Ed25519Group() {
    try {
      generatorBase = new EdwardsFixedBase(PointText.read(GENERATOR));
    } catch (DecodingException e) {
      throw new IllegalStateException("the generator is a point of the curve", e);
    }
  }

  public static Ed25519Group instance() {
    return INSTANCE;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int orderBits() {
    return ModOrder.ORDER_BITS;
  }

  @Override
  public Element generator() {
    return generatorBase.element();
  }

  @Override
  public Element identity() {
    return EdwardsElement.IDENTITY;
  }

  @Override
  public FixedBase generatorBase() {
    return generatorBase;
  }

  @Override
  public FixedBase fixedBase(Element element) {
    return new EdwardsFixedBase(EdwardsElement.own(element));
  }

  @Override
  public Element decode(String text) throws DecodingException {
    EdwardsElement point = PointText.read(text);
    if (!SubgroupCheck.passes(point.x(), point.y())) {
      throw new DecodingException(Reason.NOT_IN_GROUP, "point", "a member of " + NAME, text);
    }
    return point;
  }

  @Override
  public Scalar zero() {
    return scalar(0);
  }

  @Override
  public Scalar scalar(long value) {
    return new EdwardsScalar(ModOrder.ofLong(value));
  }

  @Override
  public Scalar decodeScalar(String text) throws DecodingException {
    return new EdwardsScalar(ScalarText.parse(text));
  }

  @Override
  public Scalar reduce(byte[] bigEndian) {
    return new EdwardsScalar(ModOrder.ofBytes(bigEndian));
  }

  @Override
  public Scalar hashToScalar(String prefix, List<Element> elements) {
    EdwardsElement.encodeAll(elements);
    return Group.super.hashToScalar(prefix, elements);
  }

  @Override
  public Scalar randomScalar(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return reduce(bytes);
  }

  @Override
  public SecretScalar randomSecret(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    try {
      return reduceSecret(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public SecretScalar reduceSecret(byte[] bigEndian) {
    return new EdwardsSecret(ModOrder.ofBytes(bigEndian));
  }

  @Override
  public SecretScalar secret(long value) {
    return new EdwardsSecret(ModOrder.ofLong(value));
  }

  @Override
  public Element linearCombination(List<Scalar> factors, List<Element> elements) {
    if (factors.size() != elements.size()) {
      throw new IllegalArgumentException("as many factors as elements");
    }
    return PublicMultiplication.linearCombination(
        factors.stream().map(EdwardsScalar::own).toList(),
        elements.stream().map(EdwardsElement::own).toList());
  }
}
