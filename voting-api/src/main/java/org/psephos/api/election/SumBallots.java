package org.psephos.api.election;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.psephos.api.board.BoardOpened;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.tally.aggregation.BallotSum;

/**
 * Sums the ballots of closed elections, one election after the other, beside everything else: a sum
 * of a million ballots takes longer than anybody's request. A board that is opened while its sum is
 * missing, because the service stopped in between, is taken up again. Thread safe.
 */
@ApplicationScoped
public class SumBallots {

  private static final long SECONDS_TO_NEXT_TRY = 10;

  private final Elections elections;
  private final FrozenElections definitions;
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private final ExecutorService worker = Executors.newSingleThreadExecutor(SumBallots::thread);

  SumBallots(Elections elections, FrozenElections definitions) {
    this.elections = elections;
    this.definitions = definitions;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "psephos-sum");
    thread.setDaemon(true);
    return thread;
  }

  void resume(@Observes BoardOpened opened) {
    if (opened.board().state().phase() == Phase.CLOSED) {
      begin(opened.uuid());
    }
  }

  /** Sees to it that the sum of this election gets on its board; asking again changes nothing. */
  void begin(String uuid) {
    if (wanted.add(uuid)) {
      worker.execute(() -> work(uuid));
    }
  }

  private void work(String uuid) {
    try {
      append(uuid);
      wanted.remove(uuid);
    } catch (RefusedException e) {
      wanted.remove(uuid);
      Log.warnf("the ballots of election %s are not summed: %s", uuid, e.getMessage());
    } catch (StoreUnavailableException | RuntimeException e) {
      if (!worker.isShutdown()) {
        Log.errorf(e, "the ballots of election %s could not be summed; trying again", uuid);
        CompletableFuture.delayedExecutor(SECONDS_TO_NEXT_TRY, TimeUnit.SECONDS, worker)
            .execute(() -> work(uuid));
      }
    }
  }

  /** Sums outside the lock: after EndBallots the ballots stay as they are, whoever acts. */
  private void append(String uuid) throws RefusedException, StoreUnavailableException {
    BulletinBoard board = elections.board(uuid);
    Frozen frozen = definitions.frozen(uuid);
    if (board.state().phase() != Phase.CLOSED) {
      return;
    }
    BallotSum sum = new BallotsOnBoard(board, frozen.election(), frozen.credentials()).sum();
    BoardObject sized = BoardObject.of(sum.sized().encode());
    List<BoardObject> objects = List.of(BoardObject.of(sum.tally().encode()), sized);
    elections.exclusively(
        uuid,
        () -> Elections.append(board, List.of(new EncryptedTallyEntry(sized.hash())), objects));
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }
}
