package org.psephos.crypto.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.psephos.crypto.codec.DecodingException;

/**
 * Average times on Ed25519, by JMH. Run from the root:
 *
 * <pre>
 * mvn -pl crypto test-compile exec:exec -Dexec.args="-cp %classpath org.openjdk.jmh.Main Ed25519Bench"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class Ed25519Bench {

  @Benchmark
  public Object variableBasePublic(Ed25519Work work) {
    return work.variableBasePublic();
  }

  @Benchmark
  public Object variableBaseSecret(Ed25519Work work) {
    return work.variableBaseSecret();
  }

  @Benchmark
  public Object fixedBasePublic(Ed25519Work work) {
    return work.fixedBasePublic();
  }

  @Benchmark
  public Object fixedBaseSecret(Ed25519Work work) {
    return work.fixedBaseSecret();
  }

  @Benchmark
  public Object doubleScalar(Ed25519Work work) {
    return work.doubleScalar();
  }

  @Benchmark
  public Object decode(Ed25519Work work) throws DecodingException {
    return work.decode();
  }

  @Benchmark
  public Object challenge(Ed25519Work work) {
    return work.challenge();
  }

  @Benchmark
  public Object decodeScalar(Ed25519Work work) throws DecodingException {
    return work.decodeScalar();
  }

  @Benchmark
  public Object encodeScalar(Ed25519Work work) {
    return work.encodeScalar();
  }

  @Benchmark
  @OperationsPerInvocation(Ed25519Work.MANY)
  public Object manyProducts(Ed25519Work work) {
    return work.manyProducts(Ed25519Work.MANY);
  }

  @Benchmark
  public Object peerVariableBase(Ed25519Work work) {
    return work.peerVariableBase();
  }

  @Benchmark
  public Object peerVerify(Ed25519Work work) {
    return work.peerVerify();
  }
}
