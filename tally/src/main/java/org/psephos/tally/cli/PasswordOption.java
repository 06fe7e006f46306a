package org.psephos.tally.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The password of an account: asked for, or read from a file; never an argument. */
final class PasswordOption {

  private static final String NEW = "--new-password-file";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Read the password from the first line of FILE, or of standard input for -.")
  private String file;

  @Option(
      names = NEW,
      paramLabel = "FILE",
      description = "Change the password to the first line of FILE.")
  private String newFile;

  /** The password as it is. */
  String present() {
    SecretInput input = new SecretInput(command, "password", "--password-file");
    return new String(file == null ? input.prompt("Password: ") : input.read(file));
  }

  /** Whether another password is given in a file. */
  boolean isChanged() {
    return newFile != null;
  }

  /** Another password, asked for twice unless it is in a file. */
  String chosen() {
    SecretInput input = new SecretInput(command, "new password", NEW);
    if (newFile != null) {
      return new String(input.read(newFile));
    }
    char[] chosen = input.prompt("Choose a password (at least 12 characters): ");
    input.confirm(chosen);
    return new String(chosen);
  }
}
