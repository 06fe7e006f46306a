/**
 * The command {@code verify}: options, opening what is to be verified, writing the report.
 *
 * <p>Not here: any judgement. Start with {@link org.psephos.verifier.cli.Verify}.
 */
package org.psephos.verifier.cli;
