package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.psephos.tally.roll.ElectoralRoll;
import org.psephos.tally.roll.RollFormat;
import org.psephos.tally.roll.RollReport;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A voter list and how it is written. */
final class RollOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--voters",
      required = true,
      paramLabel = "FILE",
      description =
          "The voter list: CSV with a first line that names the columns, or else login or"
              + " login,weight on each line. Other columns are kept for the letters.")
  private Path voters;

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      description = "What separates the columns, or tab; found out if not given.")
  private String delimiter;

  @Option(
      names = "--charset",
      defaultValue = "UTF-8",
      paramLabel = "NAME",
      description =
          "The encoding of a list without byte-order mark, such as windows-1252; ${DEFAULT-VALUE}.")
  private String charset;

  @Option(
      names = "--login-column",
      paramLabel = "COLUMN",
      description = "The column of the logins, by name or number from 1.")
  private String loginColumn;

  @Option(
      names = "--weight-column",
      paramLabel = "COLUMN",
      description = "The column of the weights, by name or number from 1.")
  private String weightColumn;

  @Option(
      names = "--allow-similar",
      description =
          "Take logins that look like each other, such as with a Cyrillic letter for a Latin one.")
  private boolean allowSimilar;

  /** Reads the list and says everything that is wrong with it. */
  RollReport review() throws CommandException {
    return ElectoralRoll.review(content(), format());
  }

  private byte[] content() throws CommandException {
    try {
      if (Files.size(voters) > ElectoralRoll.MAX_BYTES) {
        throw new CommandException(
            voters + " has more than " + ElectoralRoll.MAX_BYTES + " bytes; no voter list has");
      }
      return Files.readAllBytes(voters);
    } catch (IOException e) {
      throw new CommandException("there is no readable voter list " + voters);
    }
  }

  private RollFormat format() {
    return new RollFormat(
        Optional.ofNullable(delimiter).map(this::character),
        charset(),
        Optional.ofNullable(loginColumn),
        Optional.ofNullable(weightColumn),
        allowSimilar);
  }

  private char character(String text) {
    String one = "tab".equals(text) || "\\t".equals(text) ? "\t" : text;
    if (one.length() != 1 || !RollFormat.isDelimiter(one.charAt(0))) {
      throw wrong("--delimiter is one sign other than the quotation mark, or tab");
    }
    return one.charAt(0);
  }

  private Charset charset() {
    try {
      return Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong("--charset " + charset + " is not known here");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
