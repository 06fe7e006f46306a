package org.psephos.api.election;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.psephos.api.access.Caller;
import org.psephos.api.board.Boards;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Phase;
import org.psephos.board.store.StoreUnavailableException;

/**
 * Opens and closes the elections whose drafts say so, at the times of their rules. Looks at every
 * open board each second, in one thread; boards are opened when the service starts, so what came
 * due meanwhile is done then. What an official does by hand before is left alone. Thread safe.
 */
@ApplicationScoped
public class Schedule {

  private static final long SECONDS_AFTER_FAILURE = 10;

  private final Boards boards;
  private final Elections elections;
  private final OpenElection opening;
  private final CloseElection closing;
  private final OperatorLog log;
  private final Map<String, Failure> failures = new ConcurrentHashMap<>();
  private final Map<String, Boolean> scheduled = new ConcurrentHashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);

  /** Why it did not work the last time, and when to try again, in Unix seconds. */
  private record Failure(String reason, long nextTry) {}

  Schedule(
      Boards boards,
      Elections elections,
      OpenElection opening,
      CloseElection closing,
      OperatorLog log) {
    this.boards = boards;
    this.elections = elections;
    this.opening = opening;
    this.closing = closing;
    this.log = log;
  }

  void start(@Observes StartupEvent started) {
    Thread looking = new Thread(this::keepLooking, "psephos-schedule");
    looking.setDaemon(true);
    looking.start();
  }

  private void keepLooking() {
    try {
      while (!over.await(1, TimeUnit.SECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    for (BulletinBoard board : boards.open()) {
      BoardState state = board.state();
      if (state.phase() == Phase.READY || state.phase() == Phase.OPEN) {
        String uuid = state.genesis().orElseThrow().uuid();
        try {
          act(uuid, state, Clock.systemUTC().instant().getEpochSecond());
        } catch (RuntimeException e) {
          Log.errorf(e, "the schedule of election %s failed", uuid);
        }
      }
    }
  }

  private void act(String uuid, BoardState state, long now) {
    Failure failure = failures.get(uuid);
    boolean due =
        state.phase() == Phase.READY
            ? state.rules().orElseThrow().opens() <= now
            : state.closes() <= now;
    if (!due || (failure != null && now < failure.nextTry()) || !isScheduled(uuid)) {
      return;
    }
    try {
      if (state.phase() == Phase.READY) {
        opening.open(uuid, Caller.schedule());
      } else {
        closing.close(uuid, Caller.schedule());
      }
      failures.remove(uuid);
    } catch (RefusedException e) {
      refused(uuid, state.phase(), e, now);
    } catch (StoreUnavailableException e) {
      Log.warnf(e, "the schedule of election %s waits for the board", uuid);
      failures.put(uuid, new Failure("the board cannot be reached", now + SECONDS_AFTER_FAILURE));
    }
  }

  /** From READY on the draft is fixed, so it is read once. */
  private boolean isScheduled(String uuid) {
    return scheduled.computeIfAbsent(uuid, this::readConduct);
  }

  private boolean readConduct(String uuid) {
    try {
      return elections.draft(uuid).conduct().schedule();
    } catch (RefusedException e) {
      throw new IllegalStateException("a board without a draft", e);
    }
  }

  /** Noted once for each reason, shown as long as it lasts. */
  private void refused(String uuid, Phase phase, RefusedException e, long now) {
    String reason = e.getMessage();
    Failure before = failures.put(uuid, new Failure(reason, now + SECONDS_AFTER_FAILURE));
    if (before == null || !before.reason().equals(reason)) {
      Log.warnf("election %s does not follow its schedule: %s", uuid, reason);
      String action = phase == Phase.READY ? "open" : "close";
      log.refused(Optional.of(uuid), Caller.schedule(), action, e.code());
    }
  }

  /** Why the last try did not work, as long as it does not. */
  Optional<String> failure(String uuid) {
    return Optional.ofNullable(failures.get(uuid)).map(Failure::reason);
  }

  @PreDestroy
  void stop() {
    over.countDown();
  }
}
