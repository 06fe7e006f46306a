package org.psephos.tally.cli;

import java.net.URI;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.tally.client.ElectionAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which service. */
final class ServiceOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--service",
      required = true,
      paramLabel = "URL",
      description = "The service, such as https://vote.example.")
  private String service;

  URI address() {
    try {
      return ElectionAddress.service(service);
    } catch (DecodingException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }
}
