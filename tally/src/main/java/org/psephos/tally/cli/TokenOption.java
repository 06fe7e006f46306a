package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.BearerToken;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A token, read from a file. */
final class TokenOption {

  private static final int LONGEST = 1000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description =
          "Your token; the service wrote the first ones to official.token and operator.token.")
  private Path file;

  BearerToken token() {
    try {
      if (Files.size(file) > LONGEST) {
        throw wrong(file + " is too large for a token");
      }
      return BearerToken.parse(Utf8.decode(Files.readAllBytes(file)).strip());
    } catch (IOException e) {
      throw wrong("cannot read the token from " + file);
    } catch (DecodingException e) {
      throw wrong(file + ": " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
