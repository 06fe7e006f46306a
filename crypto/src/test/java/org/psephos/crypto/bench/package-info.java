/**
 * Benchmarks, run by hand: compile the tests, then {@code mvn -pl crypto exec:exec -Dexec.args="-cp
 * %classpath org.openjdk.jmh.Main ModPBench"}. Figures go to docs/performance.md with date, commit
 * and machine.
 *
 * <p>Not here: tests; nothing fails for being slow. Start with {@link
 * org.psephos.crypto.bench.ModPBench}, or with {@link org.psephos.crypto.bench.Ed25519Ratios} for
 * Ed25519 beside BouncyCastle.
 */
package org.psephos.crypto.bench;
