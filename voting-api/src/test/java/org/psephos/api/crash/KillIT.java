package org.psephos.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.api.crash.Crowd.Acknowledged;
import org.psephos.api.fixture.BoardOverHttp;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Drafts;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.note.Checkpoint;
import org.psephos.crypto.hash.Digest;

/**
 * The service, then its database, then the service again are killed while eight people vote. Who
 * was told that a ballot is on the board finds it there, the board has not forked, and a stranger's
 * verifier has nothing against it.
 */
class KillIT {

  private static final Path VERIFIER =
      Path.of("..", "verifier-cli", "target", "psephos-verify.jar");
  private static final int VOTERS = 60;
  private static final int BALLOTS_PER_ROUND = 60;
  private static final long VERIFIER_SECONDS = 300;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostWhenServiceOrDatabaseIsKilled() throws Exception {
    try (PackagedServer server = new PackagedServer(folder)) {
      server.start();
      Held held = Held.draft(server.base(), server.officialToken(), Drafts.minimal("Ed25519"));
      held.begin().bringKeys().bringCredentials(VOTERS).freeze().makeReady().open();
      Crowd crowd = new Crowd(held, VOTERS);
      byte[] first = held.checkpoint().toBytes();

      crowd.voteUntil(BALLOTS_PER_ROUND, server::killService);
      restartAndCompare(server, held, crowd);
      crowd.voteUntil(BALLOTS_PER_ROUND, server::killDatabase);
      server.stop();
      restartAndCompare(server, held, crowd);
      crowd.voteUntil(BALLOTS_PER_ROUND, server::killService);
      restartAndCompare(server, held, crowd);

      assertThat(crowd.surprises()).as("answers besides success and 503").isEmpty();
      verify(server, held, first, crowd.acknowledged());
    }
  }

  private static void restartAndCompare(PackagedServer server, Held held, Crowd crowd)
      throws Exception {
    server.start();
    BoardOverHttp board = BoardOverHttp.read(held);
    for (Checkpoint earlier : crowd.seen()) {
      assertThat(earlier.size()).isLessThanOrEqualTo(board.size());
      assertThat(board.root(earlier.size())).isEqualTo(earlier.root());
    }
    for (Map.Entry<String, Acknowledged> each : crowd.acknowledged().entrySet()) {
      assertKept(held, board, each.getKey(), each.getValue());
    }
  }

  private static void assertKept(
      Held held, BoardOverHttp board, String receiptPath, Acknowledged acknowledged)
      throws Exception {
    Digest tracker = acknowledged.ballot().hash();
    if (acknowledged.index().isPresent()) {
      assertThat(board.entry(acknowledged.index().get())).isEqualTo(new BallotEntry(tracker));
    }
    Answer again = held.cast(acknowledged.ballot().toByteArray());
    assertThat(again.status()).isEqualTo(200);
    if (acknowledged.receipt().isPresent()) {
      Answer receipt = held.client().get(receiptPath);
      assertThat(receipt.body()).isEqualTo(acknowledged.receipt().get().toByteArray());
    }
  }

  /** The verifier as a process of its own, against an earlier checkpoint and all receipts. */
  private void verify(
      PackagedServer server, Held held, byte[] first, Map<String, Acknowledged> acknowledged)
      throws IOException, InterruptedException {
    assertThat(VERIFIER).as("the module verifier-cli is built before this one").exists();
    Path earlier = Files.write(folder.resolve("earlier"), first);
    Path receipts = Files.createDirectory(folder.resolve("receipts"));
    int number = 0;
    for (Acknowledged each : acknowledged.values()) {
      if (each.receipt().isPresent()) {
        Files.write(receipts.resolve(number++ + ".tlog-proof"), each.receipt().get().toByteArray());
      }
    }
    assertThat(number).as("receipts").isGreaterThan(BALLOTS_PER_ROUND);
    Path report = folder.resolve("report");
    Process verifier =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                VERIFIER.toString(),
                server.base() + "/board/" + held.uuid(),
                "--allow-partial",
                "--since",
                earlier.toString(),
                "--receipts",
                receipts.toString())
            .redirectErrorStream(true)
            .redirectOutput(report.toFile())
            .start();
    assertThat(verifier.waitFor(VERIFIER_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(verifier.exitValue()).as(Files.readString(report)).isZero();
  }
}
