package org.psephos.tally.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.Reply;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the link of the registrar or of a trustee anew. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description =
        "Make the link of the registrar or of a trustee, for who has none or lost it. The earlier"
            + " one is void; no key is lost with it.")
final class OfficialLink implements Callable<Integer> {

  @Spec private CommandSpec command;
  @Mixin private ElectionOption election;

  @ArgGroup(multiplicity = "1")
  private Whose whose;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the link goes: a new file, readable by you alone.")
  private Path out;

  /** One of the two. */
  private static final class Whose {
    @Option(names = "--registrar", required = true, description = "The registrar's link.")
    private boolean registrar;

    @Option(
        names = "--trustee",
        required = true,
        paramLabel = "N",
        description = "The link of the trustee with this number.")
    private int trustee;

    private Json.Obj seat() {
      return registrar
          ? Json.Obj.with("role", "registrar").build()
          : Json.Obj.with("role", "trustee").and("trustee", trustee).build();
    }
  }

  @Override
  public Integer call() throws Exception {
    if (Files.exists(out)) {
      throw new ParameterException(command.commandLine(), out + " is there already");
    }
    String path = ElectionPaths.of(election.address().uuid(), "links");
    Reply reply = election.client().postJson(path, whose.seat().toBytes());
    PrivateFile.writeNew(out, Utf8.encode(OfficialInvite.link(reply.json()) + "\n"));
    System.out.println("link: " + out);
    return 0;
  }
}
