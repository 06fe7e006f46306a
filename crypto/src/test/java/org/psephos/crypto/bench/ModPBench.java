package org.psephos.crypto.bench;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.hash.Digest;

/**
 * The groups modulo a prime beside {@link BigInteger#modPow} with an exponent of the full length
 * and some odd modulus of 2048 bits.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ModPBench {

  private static final int MANY = 100;

  @Param({"BELENIOS-2048", "RFC-3526-2048"})
  public String name;

  private Group group;
  private FixedBase generator;
  private Element element;
  private String text;
  private Scalar factor;
  private Scalar challenge;
  private SecretScalar secret;
  private List<Scalar> factors;
  private List<Element> elements;
  private BigInteger number;
  private BigInteger exponent;
  private BigInteger modulus;

  @Setup
  public void prepare() throws DecodingException {
    group = Groups.named(name);
    generator = group.generatorBase();
    challenge = group.reduce(Digest.sha256("challenge").toByteArray());
    factor = full("factor");
    secret = group.reduceSecret(bytes("secret"));
    element = generator.times(full("element"));
    text = element.encode();
    factors = IntStream.range(0, MANY).mapToObj(i -> full("f" + i)).toList();
    elements = factors.stream().map(f -> generator.times(f.times(factor))).toList();
    number = new BigInteger(text);
    exponent = new BigInteger(factor.encode());
    modulus =
        new BigInteger(1, bytes("modulus"))
            .mod(BigInteger.ONE.shiftLeft(2048))
            .setBit(0)
            .setBit(2047);
  }

  private Scalar full(String seed) {
    return group.reduce(bytes(seed));
  }

  private static byte[] bytes(String seed) {
    return new BigInteger(1, Digest.sha256(seed).toByteArray()).pow(9).toByteArray();
  }

  @Benchmark
  public BigInteger modPow() {
    return number.modPow(exponent, modulus);
  }

  @Benchmark
  public Element anyBase() {
    return element.times(factor);
  }

  @Benchmark
  public Element anyBaseSecret() {
    return element.timesSecret(secret);
  }

  @Benchmark
  public Element fixedBase() {
    return generator.times(factor);
  }

  @Benchmark
  public Element fixedBaseSecret() {
    return generator.timesSecret(secret);
  }

  /** As a proof's commitment is recomputed: full response, challenge of 256 bits. */
  @Benchmark
  public Element commitment() {
    return generator.timesPlus(factor, element, challenge);
  }

  @Benchmark
  public Element combinationOfHundred() {
    return group.linearCombination(factors, elements);
  }

  @Benchmark
  public Element sum() {
    return element.plus(elements.get(0));
  }

  @Benchmark
  public Element difference() {
    return element.minus(elements.get(0));
  }

  @Benchmark
  public Element decode() throws DecodingException {
    return group.decode(text);
  }

  @Benchmark
  public String encode() {
    return element.encode();
  }

  @Benchmark
  public FixedBase tables() {
    return group.fixedBase(element);
  }
}
