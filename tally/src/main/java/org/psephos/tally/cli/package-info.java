/**
 * The command-line clients: they read files and prompts, talk HTTP, and print.
 *
 * <p>Not here: cryptography and secrets. Start with {@link org.psephos.tally.cli.Psephos}.
 */
package org.psephos.tally.cli;
