package org.psephos.tally.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ElectionAddress;
import org.psephos.tally.client.ServiceClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes the account of an invitation. */
@Command(
    name = "join",
    mixinStandardHelpOptions = true,
    description = "Take the account that a link offers; then log in with it.")
final class OfficialJoin implements Callable<Integer> {

  private static final int LONGEST = 2000;

  @Spec private CommandSpec command;
  @Mixin private PasswordOption password;

  @Option(
      names = "--link-file",
      required = true,
      paramLabel = "FILE",
      description = "The file with the link you were given.")
  private Path file;

  @Override
  public Integer call() throws Exception {
    URI link = link();
    ServiceClient client = new ServiceClient(service(link), Optional.empty());
    Json body =
        Json.Obj.with("token", link.getFragment()).and("password", password.chosen()).build();
    client.postJson("/api/v1/invitations/accept", body.toBytes());
    System.out.println("The account is yours.");
    return 0;
  }

  private URI link() {
    try {
      URI link = URI.create(Utf8.decode(PrivateFile.read(file, LONGEST)).strip());
      if (link.getFragment() == null || link.getAuthority() == null) {
        throw wrong(file + " holds no invitation");
      }
      return link;
    } catch (IOException e) {
      throw wrong("cannot read the link from " + file);
    } catch (DecodingException | IllegalArgumentException e) {
      throw wrong(file + " holds no link");
    }
  }

  private URI service(URI link) {
    try {
      return ElectionAddress.service(link.getScheme() + "://" + link.getRawAuthority());
    } catch (DecodingException e) {
      throw wrong(e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
