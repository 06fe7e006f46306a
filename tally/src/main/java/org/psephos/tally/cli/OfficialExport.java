package org.psephos.tally.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads what everyone may have: the bundle and the Belenios archive. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Download the bundle and the Belenios archive of an election.")
final class OfficialExport implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "ELECTION", description = "The election's address.")
  private String text;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where they go.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    ElectionAddress address;
    try {
      address = ElectionAddress.parse(text);
    } catch (DecodingException e) {
      throw new ParameterException(command.commandLine(), e.getMessage());
    }
    ServiceClient client = new ServiceClient(address.service(), Optional.empty());
    String uuid = address.uuid();
    Files.createDirectories(out);
    Path bundle = out.resolve("election.bundle.tar");
    Path archive = out.resolve(uuid + ".bel");
    client.download(ElectionPaths.board(uuid, "bundle"), bundle);
    client.download(ElectionPaths.board(uuid, uuid + ".bel"), archive);
    System.out.println("bundle: " + bundle);
    System.out.println("archive: " + archive);
    return 0;
  }
}
