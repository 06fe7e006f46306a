package org.psephos.tally.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The passphrase of a key file: asked for, or read from a file; never an argument. */
final class PassphraseOption {

  private static final int SHORTEST = 8;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Read the passphrase from the first line of FILE, or of standard input for -.")
  private String file;

  /** The passphrase of an existing key file; the caller wipes it. */
  char[] ask() {
    SecretInput input = new SecretInput(command, "passphrase", "--passphrase-file");
    return file == null ? input.prompt("Passphrase: ") : input.read(file);
  }

  /** A passphrase for a new key file, asked for twice; the caller wipes it. */
  char[] choose() {
    char[] chosen = ask();
    if (chosen.length < SHORTEST) {
      throw wrong("choose a passphrase of at least " + SHORTEST + " characters");
    }
    if (file == null) {
      new SecretInput(command, "passphrase", "--passphrase-file").confirm(chosen);
    }
    return chosen;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
