package org.psephos.tally.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonFields;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates a draft and keeps the links for its registrar and trustees. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description =
        "Create an election from a definition. The links for registrar and trustees are written to"
            + " files; each is a secret for the one who gets it.")
final class OfficialCreate implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private TokenOption token;
  @Mixin private ServiceOption service;

  @Option(
      names = "--definition",
      required = true,
      paramLabel = "FILE",
      description = "The definition in JSON or YAML (docs/api/openapi.yaml, schema Draft).")
  private Path definition;

  @Option(
      names = "--links-dir",
      required = true,
      paramLabel = "DIR",
      description = "Where the links go; readable by you alone.")
  private Path links;

  @Override
  public Integer call() throws Exception {
    URI address = service.address();
    ServiceClient client = new ServiceClient(address, Optional.of(token.token()));
    byte[] draft = DefinitionFile.read(command, definition).draft().orElseThrow().toBytes();
    Json answer = client.postJson(ElectionPaths.ELECTIONS, draft).json();
    Created created = Created.read(answer);
    keep("registrar.link", created.registrar());
    for (int i = 0; i < created.trustees().size(); i++) {
      keep("trustee-" + (i + 1) + ".link", created.trustees().get(i));
    }
    System.out.println("election: " + address + "/e/" + created.uuid());
    System.out.println("The links for the registrar and the trustees are in " + links + ".");
    return 0;
  }

  private void keep(String name, String link) throws IOException {
    PrivateFile.writeNew(links.resolve(name), Utf8.encode(link + "\n"));
  }

  /** What the service answers. */
  private record Created(String uuid, String registrar, List<String> trustees) {

    static Created read(Json answer) throws ServiceException {
      try {
        JsonFields fields = JsonFields.of(answer);
        return new Created(
            fields.text("uuid"),
            fields.text("registrar"),
            fields.list("trustees", JsonFields::text));
      } catch (DecodingException e) {
        throw new ServiceException(201, "unexpected", "the answer makes no sense: " + e.path());
      }
    }
  }
}
