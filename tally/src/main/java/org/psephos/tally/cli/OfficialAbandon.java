package org.psephos.tally.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.psephos.crypto.codec.Json;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives an attempt of the key ceremony up. */
@Command(
    name = "abandon",
    mixinStandardHelpOptions = true,
    description =
        "Give the present attempt of the key ceremony up, also a complete one whose keys were lost."
            + " The reason stands on the board for good; the members begin another attempt.")
final class OfficialAbandon implements Callable<Integer> {

  @Mixin private ElectionOption election;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TAG=TEXT",
      description = "The reason, shown to everyone, by language: en=\"A machine broke down.\"")
  private Map<String, String> reason = new LinkedHashMap<>();

  @Override
  public Integer call() throws ServiceException, InterruptedException {
    Map<String, Json> texts = new LinkedHashMap<>();
    reason.forEach((language, text) -> texts.put(language, new Json.Text(text)));
    byte[] body = Json.Obj.with("reason", new Json.Obj(texts)).build().toBytes();
    String path = ElectionPaths.of(election.address().uuid(), "ceremony/abandon");
    election.client().postJson(path, body);
    System.out.println("The attempt is over. Members go on with:");
    System.out.println(
        "./psephos trustee join --link-file trustee-N.link --key-file trustee-N.key"
            + " --next-attempt");
    return 0;
  }
}
