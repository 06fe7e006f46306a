package org.psephos.tally.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.psephos.board.file.PrivateFile;
import org.psephos.crypto.codec.Utf8;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.Reply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a link for an observer. */
@Command(
    name = "observer",
    mixinStandardHelpOptions = true,
    description =
        "Make a link for an observer, who may read the draft before it is public and change nothing.")
final class OfficialObserver implements Callable<Integer> {

  @Mixin private ElectionOption election;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the link goes: a new file, readable by you alone.")
  private Path out;

  @Override
  public Integer call() throws Exception {
    String path = ElectionPaths.of(election.address().uuid(), "observers");
    Reply reply = election.client().postJson(path, new byte[0]);
    PrivateFile.writeNew(out, Utf8.encode(OfficialInvite.link(reply.json()) + "\n"));
    System.out.println("link: " + out);
    return 0;
  }
}
