package org.psephos.tally.cli;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.psephos.crypto.codec.Json;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes a running election: closing later, or a notice. */
@Command(
    name = "amend",
    mixinStandardHelpOptions = true,
    description =
        "Change a running election: a later closing time, or a notice. It stands on the board for"
            + " good.")
final class OfficialAmend implements Callable<Integer> {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,16}");

  @Spec private CommandSpec command;
  @Mixin private ElectionOption election;

  @ArgGroup(multiplicity = "1")
  private Change change;

  @Option(
      names = "--language",
      defaultValue = "en",
      paramLabel = "TAG",
      description = "The language of the notice (default: ${DEFAULT-VALUE}).")
  private String language;

  /** One of the two. */
  private static final class Change {
    @Option(
        names = "--closes",
        paramLabel = "TIME",
        description = "The new closing time: 2026-11-30T18:00:00+01:00, or Unix seconds.")
    private String closes;

    @Option(names = "--notice", paramLabel = "TEXT", description = "What everyone should know.")
    private String notice;
  }

  @Override
  public Integer call() throws ServiceException, InterruptedException {
    Json.Obj body =
        change.closes != null
            ? Json.Obj.with("closes", seconds(change.closes)).build()
            : Json.Obj.with("notice", Json.Obj.with(language, change.notice).build()).build();
    String path = ElectionPaths.of(election.address().uuid(), "amendments");
    election.client().postJson(path, body.toBytes());
    System.out.println("The amendment stands on the board.");
    return 0;
  }

  private long seconds(String time) {
    try {
      return SECONDS.matcher(time).matches()
          ? Long.parseLong(time)
          : OffsetDateTime.parse(time).toEpochSecond();
    } catch (DateTimeException e) {
      throw new ParameterException(
          command.commandLine(), "--closes: expected a time such as 2026-11-30T18:00:00+01:00");
    }
  }
}
