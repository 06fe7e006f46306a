/**
 * Benchmarks, run by hand: compile the tests, then {@code java -cp <test class path>
 * org.openjdk.jmh.Main ModPBench}. Figures go to docs/performance.md with date, commit and machine.
 *
 * <p>Not here: tests; nothing fails for being slow. Start with {@link
 * org.psephos.crypto.bench.ModPBench}.
 */
package org.psephos.crypto.bench;
