/**
 * The command line of the verifier: arguments, progress and exit codes.
 *
 * <p>Not here: the checks. Start with {@link org.psephos.verifier.cli.Verify}.
 */
package org.psephos.verifier.cli;
