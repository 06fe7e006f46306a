package org.psephos.crypto.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Ratios on Ed25519 against BouncyCastle, interleaved: every round runs every unit of work for a
 * moment, so that a slow phase of the machine touches all alike; medians over the rounds of the
 * processor time of this thread, which other programs do not lengthen. Run from the root:
 *
 * <pre>
 * mvn -pl crypto test-compile exec:exec -Dexec.args="-cp %classpath org.psephos.crypto.bench.Ed25519Ratios"
 * </pre>
 */
public final class Ed25519Ratios {

  private static final int WARM_UP_ROUNDS = 8;
  private static final int ROUNDS = 25;
  private static final long MOMENT_NANOS = 40_000_000;

  private final Map<String, Callable<Object>> works = new LinkedHashMap<>();
  private final Map<String, double[]> times = new LinkedHashMap<>();
  private Object last = "";

  private Ed25519Ratios(Ed25519Work work) {
    works.put("BouncyCastle ECPoint.multiply", work::peerVariableBase);
    works.put("BouncyCastle Ed25519.verify", work::peerVerify);
    works.put("variable base, public", work::variableBasePublic);
    works.put("variable base, secret", work::variableBaseSecret);
    works.put("fixed base, public", work::fixedBasePublic);
    works.put("fixed base, secret", work::fixedBaseSecret);
    works.put("double-scalar", work::doubleScalar);
    works.put("decode", work::decode);
    works.put("add and encode", work::encode);
    works.put("challenge of 34 sums", work::challenge);
    works.put("decode scalar", work::decodeScalar);
    works.put("encode scalar", work::encodeScalar);
    works.put("multiply scalars", work::multiplyScalars);
    works.put("reduce digest", work::reduceDigest);
    for (int count : new int[] {2, 8, 32, 64, 100, 1_000, Ed25519Work.MANY}) {
      works.put("sum of " + count + ", 128 bits", () -> work.manyProducts(count));
    }
  }

  public static void main(String[] args) throws Exception {
    new Ed25519Ratios(new Ed25519Work()).run();
  }

  private void run() throws Exception {
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      for (Map.Entry<String, Callable<Object>> work : works.entrySet()) {
        double micros = measure(work.getValue());
        if (round >= 0) {
          times.computeIfAbsent(work.getKey(), name -> new double[ROUNDS])[round] = micros;
        }
      }
    }
    print();
  }

  private double measure(Callable<Object> work) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    long end = start;
    int calls = 0;
    int batch = 1;
    while (end - start < MOMENT_NANOS) {
      for (int i = 0; i < batch; i++) {
        last = work.call();
      }
      calls += batch;
      batch *= 2;
      end = threads.getCurrentThreadCpuTime();
    }
    return (end - start) / 1e3 / calls;
  }

  private void print() {
    double multiply = median("BouncyCastle ECPoint.multiply");
    double verify = median("BouncyCastle Ed25519.verify");
    System.out.println("µs, of ECPoint.multiply, of Ed25519.verify, work (last " + last + ")");
    for (String name : times.keySet()) {
      double micros = median(name);
      System.out.println(
          rounded(micros)
              + "  "
              + rounded(micros / multiply)
              + "  "
              + rounded(micros / verify)
              + "  "
              + name);
    }
  }

  private double median(String name) {
    double[] sorted = times.get(name).clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
