package org.psephos.tally.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.psephos.tally.client.ElectionPaths;
import org.psephos.tally.client.ElectionStatus;
import org.psephos.tally.client.Reply;
import org.psephos.tally.client.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Closes the voting, and waits until the service has summed the ballots. */
@Command(
    name = "close",
    mixinStandardHelpOptions = true,
    description = "Close the voting for good and wait for the encrypted sums.")
final class OfficialClose implements Callable<Integer> {

  private static final byte[] NOTHING = {};
  private static final String SUMMING = "CLOSED";
  private static final long PAUSE_MILLIS = 500;

  @Mixin private ElectionOption election;

  @Option(
      names = "--wait",
      defaultValue = "3600",
      paramLabel = "SECONDS",
      description = "How long to wait for the sums (default: ${DEFAULT-VALUE}).")
  private long patience;

  @Override
  public Integer call() throws CommandException, ServiceException, InterruptedException {
    String uuid = election.address().uuid();
    Reply reply = election.client().postJson(ElectionPaths.of(uuid, "close"), NOTHING);
    ElectionStatus status = summed(uuid);
    if (status.state().equals(SUMMING)) {
      throw new CommandException(
          "Voting is closed, and the service is still summing the ballots after "
              + (patience + " s. It goes on; ask with ./psephos official status."));
    }
    String done = "Voting is closed. Trustees can decrypt the sums.";
    return OfficialCommand.report(status, OfficialCommand.outcome(reply, done));
  }

  private ElectionStatus summed(String uuid) throws ServiceException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
    ElectionStatus status = ElectionStatus.fetch(election.client(), uuid);
    while (status.state().equals(SUMMING) && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE_MILLIS);
      status = ElectionStatus.fetch(election.client(), uuid);
    }
    return status;
  }
}
