/**
 * What a verification says: findings, faults, warnings, the verdict, and how it is written for
 * people and for machines.
 *
 * <p>Not here: reading a record or judging it. Start with {@link
 * org.psephos.verifier.report.Verdict}.
 */
package org.psephos.verifier.report;
