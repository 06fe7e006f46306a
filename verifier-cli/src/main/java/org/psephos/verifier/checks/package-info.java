/**
 * The numbered checks of {@code docs/spec/verification.md}, one class each, and the order in which
 * they run.
 *
 * <p>Not here: reading files, writing reports. Nothing here is shared with the modules that make
 * tallies and results; that is what makes the comparison worth something. Start with {@link
 * org.psephos.verifier.checks.Verification}.
 */
package org.psephos.verifier.checks;
