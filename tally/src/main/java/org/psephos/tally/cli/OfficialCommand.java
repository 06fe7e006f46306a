package org.psephos.tally.cli;

import org.psephos.crypto.codec.Json;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.Reply;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an official does, step by step. */
@Command(
    name = "official",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Run an election from its draft to its result.",
    subcommands = {
      AuditLogCommand.class,
      OfficialAbandon.class,
      OfficialAmend.class,
      OfficialClose.class,
      OfficialCreate.class,
      OfficialExport.class,
      OfficialInvite.class,
      OfficialJoin.class,
      OfficialLink.class,
      OfficialLogin.class,
      OfficialLogout.class,
      OfficialObserver.class,
      OfficialStatus.class,
      OfficialValidate.class
    })
final class OfficialCommand {

  /** The answer when an official asked for what takes two. */
  static final int ACCEPTED = 202;

  private static final byte[] NOTHING = {};

  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description = "Record where the backup of the log key is; the board begins then.")
  int backup(
      @Mixin ElectionOption election,
      @Option(
              names = "--where",
              required = true,
              paramLabel = "TEXT",
              description = "Who keeps the backup, and where.")
          String where)
      throws ServiceException, InterruptedException {
    byte[] body = Json.Obj.with("log_key_backup", where).build().toBytes();
    election.client().patchJson(ElectionPaths.election(election.address().uuid()), body);
    return report(election, "The board has begun. Trustees and registrar can join.");
  }

  @Command(
      name = "freeze",
      mixinStandardHelpOptions = true,
      description = "Fix questions, rules, trustees and credentials for good.")
  int freeze(@Mixin ElectionOption election) throws ServiceException, InterruptedException {
    return step(election, "freeze", NOTHING, "The definition is frozen. Announce the fingerprint.");
  }

  @Command(name = "open", mixinStandardHelpOptions = true, description = "Open the voting.")
  int open(@Mixin ElectionOption election) throws ServiceException, InterruptedException {
    return step(election, "open", NOTHING, "Voting is open.");
  }

  @Command(
      name = "publish",
      mixinStandardHelpOptions = true,
      description = "Publish the result, once enough trustees have decrypted.")
  int publish(@Mixin ElectionOption election) throws ServiceException, InterruptedException {
    return step(election, "publish", NOTHING, "The result is published.");
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "End the election without a result. There is no way back.")
  int cancel(
      @Mixin ElectionOption election,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "TEXT",
              description = "The reason, shown to everyone.")
          String reason,
      @Option(
              names = "--language",
              defaultValue = "en",
              paramLabel = "TAG",
              description = "The language of the reason (default: ${DEFAULT-VALUE}).")
          String language)
      throws ServiceException, InterruptedException {
    Json text = Json.Obj.with(language, reason).build();
    byte[] body = Json.Obj.with("reason", text).build().toBytes();
    return step(election, "cancel", body, "The election is cancelled.");
  }

  private static int step(ElectionOption election, String step, byte[] body, String done)
      throws ServiceException, InterruptedException {
    String path = ElectionPaths.of(election.address().uuid(), step);
    return report(election, outcome(election.client().postJson(path, body), done));
  }

  /** What came of a step that may take two officials. */
  static String outcome(Reply reply, String done) {
    return reply.status() == ACCEPTED
        ? "Noted. Another official has a day to confirm it, by the same command."
        : done;
  }

  private static int report(ElectionOption election, String done)
      throws ServiceException, InterruptedException {
    return report(ElectionStatus.fetch(election.client(), election.address().uuid()), done);
  }

  /** Says what was done and where the election stands now. */
  static int report(ElectionStatus status, String done) {
    System.out.println(done);
    System.out.println("state: " + status.state());
    status.fingerprint().ifPresent(f -> System.out.println("fingerprint: " + f.base64()));
    return 0;
  }
}
