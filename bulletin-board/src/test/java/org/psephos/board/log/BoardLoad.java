package org.psephos.board.log;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.FileStore;
import org.psephos.board.store.TestPostgres;

/**
 * A program that measures how many ballots a second get their place on a board: no cryptography,
 * only storage, numbering, signing and publishing. Arguments: {@code file|postgres}, clients,
 * ballots. For durable figures set {@code -Dpsephos.test.durable=true}.
 */
public final class BoardLoad {

  private static final String FILLING = "x".repeat(2000);

  private BoardLoad() {}

  public static void main(String[] arguments) throws Exception {
    int clients = Integer.parseInt(arguments[1]);
    int ballots = Integer.parseInt(arguments[2]);
    Path directory = Files.createTempDirectory("board-load");
    HighWater highWater = new HighWater(directory.resolve("high-water"), EntryFixtures.ORIGIN);
    highWater.create();
    try (BoardStore store =
            arguments[0].equals("file")
                ? FileStore.open(directory.resolve("board"))
                : TestPostgres.store(TestPostgres.uuid());
        BulletinBoard board = BulletinBoard.open(store, EntryFixtures.SIGNER, highWater)) {
      HeldElection election = new HeldElection(board);
      election.beforeOpening();
      election.open();
      measure(board, clients, ballots);
    }
    System.exit(0);
  }

  private static void measure(BulletinBoard board, int clients, int ballots) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    List<Callable<Long>> casts = new ArrayList<>();
    for (int i = 0; i < ballots; i++) {
      BoardObject ballot = HeldElection.object(i + FILLING);
      casts.add(
          () -> {
            long begin = System.nanoTime();
            if (!(board.cast(ballot, Duration.ofMinutes(1)) instanceof Casting.Covered)) {
              throw new IllegalStateException("a ballot got no place in a minute");
            }
            return System.nanoTime() - begin;
          });
    }
    long begin = System.nanoTime();
    List<Long> times = new ArrayList<>();
    for (Future<Long> cast : threads.invokeAll(casts)) {
      times.add(cast.get());
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long[] sorted = LongStream.range(0, ballots).map(i -> times.get((int) i)).sorted().toArray();
    System.out.println(
        clients
            + " clients: "
            + Math.round(ballots / seconds)
            + " ballots/s, median "
            + sorted[ballots / 2] / 1_000_000
            + " ms, 99th percentile "
            + sorted[ballots * 99 / 100] / 1_000_000
            + " ms from the call to the published checkpoint");
  }
}
