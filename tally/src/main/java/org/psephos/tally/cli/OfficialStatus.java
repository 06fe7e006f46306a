package org.psephos.tally.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionDetails;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where an election stands. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Show where an election stands, who is missing, and what to do next. Times are in UTC.")
final class OfficialStatus implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "ELECTION", description = "The election's address.")
  private String text;

  @Option(names = "--json", description = "Print the service's answer as it is.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address;
    try {
      address = ElectionAddress.parse(text);
    } catch (DecodingException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
    ServiceClient client = new ServiceClient(address.service(), Optional.empty());
    ElectionStatus status = ElectionStatus.fetch(client, address.uuid());
    if (json) {
      System.out.println(Utf8.decode(status.raw().toBytes()));
      return 0;
    }
    ElectionDetails details;
    try {
      details = ElectionDetails.read(status.raw());
    } catch (DecodingException e) {
      throw new CommandException("the service's status makes no sense: " + e.getMessage());
    }
    long now = Clock.systemUTC().instant().getEpochSecond();
    StatusWords.of(status, details).forEach(System.out::println);
    String page = address.service() + "/e/" + address.uuid();
    System.out.println("next:");
    NextSteps.of(status, details, page, now).forEach(step -> System.out.println("  " + step));
    return 0;
  }
}
