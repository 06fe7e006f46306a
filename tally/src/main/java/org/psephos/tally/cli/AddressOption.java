package org.psephos.tally.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ServiceClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which election, and as whom: the link, given as an argument or, better, in a file. */
final class AddressOption {

  private static final int LONGEST = 2000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LINK",
      description = "The election's address, or the link you were given.")
  private String link;

  @Option(
      names = "--link-file",
      paramLabel = "FILE",
      description =
          "Read the link from FILE, or from standard input for -. Other users of this machine can"
              + " see arguments, and a link with a token is a secret.")
  private String linkFile;

  /** The address that was given. */
  ElectionAddress address() {
    if ((link == null) == (linkFile == null)) {
      throw wrong("give either LINK or --link-file");
    }
    try {
      return ElectionAddress.parse(link == null ? read() : link);
    } catch (DecodingException e) {
      throw wrong(e.getMessage());
    }
  }

  /** A client that acts with the link's token, or as anyone where it has none. */
  ServiceClient client(ElectionAddress address) {
    return new ServiceClient(address.service(), address.token());
  }

  private String read() throws DecodingException {
    try {
      byte[] content =
          "-".equals(linkFile)
              ? System.in.readNBytes(LONGEST)
              : Files.readAllBytes(Path.of(linkFile));
      if (content.length >= LONGEST) {
        throw wrong("the link in " + linkFile + " is longer than " + LONGEST + " bytes");
      }
      return Utf8.decode(content).strip();
    } catch (IOException e) {
      throw wrong("cannot read the link from " + linkFile);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
