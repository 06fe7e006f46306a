package org.psephos.tally.cli;

import java.util.Optional;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ServiceClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** An election that an official acts on. */
final class ElectionOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private TokenOption token;

  @Parameters(
      index = "0",
      paramLabel = "ELECTION",
      description = "The election's address, such as https://vote.example/e/UUID.")
  private String address;

  ElectionAddress address() {
    try {
      return ElectionAddress.parse(address);
    } catch (DecodingException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
  }

  ServiceClient client() {
    return new ServiceClient(address().service(), Optional.of(token.token()));
  }
}
