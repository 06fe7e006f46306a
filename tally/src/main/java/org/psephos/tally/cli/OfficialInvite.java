package org.psephos.tally.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a colleague in. */
@Command(
    name = "invite",
    mixinStandardHelpOptions = true,
    description =
        "Ask somebody in. The link makes one account, once, within a week, and is a secret of the"
            + " one it is for.")
final class OfficialInvite implements Callable<Integer> {

  @Mixin private ServiceOption service;
  @Mixin private TokenOption token;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The account: 2 to 40 characters a-z 0-9 . _ - that begin with a letter.")
  private String name;

  @Option(
      names = "--role",
      defaultValue = "official",
      paramLabel = "ROLE",
      description = "official or operator (default: ${DEFAULT-VALUE}).")
  private String role;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the link goes: a new file, readable by you alone.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    ServiceClient client = new ServiceClient(service.address(), Optional.of(token.token()));
    byte[] body = Json.Obj.with("name", name).and("role", role).build().toBytes();
    String link = link(client.postJson("/api/v1/invitations", body).json());
    PrivateFile.writeNew(out, Utf8.encode(link + "\n"));
    System.out.println("link: " + out);
    return 0;
  }

  /** The link in an answer. */
  static String link(Json answer) throws ServiceException {
    try {
      return JsonFields.of(answer).text("link");
    } catch (DecodingException e) {
      throw new ServiceException(201, "unexpected", "the answer makes no sense: " + e.path());
    }
  }
}
