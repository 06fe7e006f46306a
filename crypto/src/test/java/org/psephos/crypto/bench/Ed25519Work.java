package org.psephos.crypto.bench;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;

/** The units of work on Ed25519 that are measured, ours and BouncyCastle's. Single-threaded. */
@State(Scope.Benchmark)
public class Ed25519Work {

  static final int MANY = 10_000;

  private static final int BALLOT_TEXTS = 34;
  private static final int HALF_BYTES = 16;
  private static final int MESSAGE_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Group group;
  private final Scalar factor;
  private final Scalar otherFactor;
  private final SecretScalar secret;
  private final Element element;
  private final FixedBase base;
  private final String elementText;
  private final String factorText;
  private final byte[] digest = new byte[MESSAGE_BYTES];
  private final List<Element> ballot;
  private final List<Scalar> halfFactors = new ArrayList<>();
  private final List<Element> elements = new ArrayList<>();
  private final BigInteger peerFactor;
  private final ECPoint peerPoint;
  private final byte[] peerKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
  private final byte[] peerSignature = new byte[Ed25519.SIGNATURE_SIZE];

  public Ed25519Work() {
    try {
      group = Groups.named("Ed25519");
    } catch (DecodingException e) {
      throw new IllegalStateException("Ed25519 is a group", e);
    }
    factor = group.randomScalar(random);
    otherFactor = group.randomScalar(random);
    secret = group.randomSecret(random);
    element = group.generator().times(group.randomScalar(random));
    base = group.generatorBase();
    elementText = element.encode();
    factorText = factor.encode();
    random.nextBytes(digest);
    for (int i = 0; i < MANY; i++) {
      elements.add(base.times(group.randomScalar(random)));
      byte[] half = new byte[HALF_BYTES];
      random.nextBytes(half);
      halfFactors.add(group.reduce(half));
    }
    ballot = elements.subList(0, BALLOT_TEXTS);
    peerFactor = new BigInteger(group.orderBits() - 1, random);
    peerPoint = CustomNamedCurves.getByName("Curve25519").getG().multiply(peerFactor).normalize();
    byte[] peerSecret = new byte[Ed25519.SECRET_KEY_SIZE];
    random.nextBytes(peerSecret);
    Ed25519.generatePublicKey(peerSecret, 0, peerKey, 0);
    Ed25519.sign(peerSecret, 0, digest, 0, MESSAGE_BYTES, peerSignature, 0);
  }

  Object variableBasePublic() {
    return element.times(factor);
  }

  Object variableBaseSecret() {
    return element.timesSecret(secret);
  }

  Object fixedBasePublic() {
    return base.times(factor);
  }

  Object fixedBaseSecret() {
    return base.timesSecret(secret);
  }

  Object doubleScalar() {
    return base.timesPlus(factor, element, otherFactor);
  }

  Object decode() throws DecodingException {
    return group.decode(elementText);
  }

  Object encode() {
    return element.plus(base.element()).encode();
  }

  /** One challenge over the number of elements that a ballot of five choices holds. */
  Object challenge() {
    List<Element> fresh = new ArrayList<>();
    for (Element member : ballot) {
      fresh.add(member.plus(element));
    }
    return group.hashToScalar("bench|", fresh);
  }

  Object decodeScalar() throws DecodingException {
    return group.decodeScalar(factorText);
  }

  Object encodeScalar() {
    return factor.encode();
  }

  Object multiplyScalars() {
    return factor.times(otherFactor);
  }

  Object reduceDigest() {
    return group.reduce(digest);
  }

  /** A sum of so many products with factors of 128 bits. */
  Object manyProducts(int count) {
    return group.linearCombination(halfFactors.subList(0, count), elements.subList(0, count));
  }

  Object peerVariableBase() {
    return peerPoint.multiply(peerFactor).normalize();
  }

  Object peerVerify() {
    return Ed25519.verify(peerSignature, 0, peerKey, 0, digest, 0, MESSAGE_BYTES);
  }
}
