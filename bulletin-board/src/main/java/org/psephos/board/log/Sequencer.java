package org.psephos.board.log;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.psephos.board.store.StoreUnavailableException;

/**
 * The thread that numbers and publishes while a board takes ballots. Goes on after failures of the
 * store; stops for good when the board is damaged.
 */
final class Sequencer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Sequencer.class.getName());
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** One round of work. */
  interface Round {
    /** Returns how long nothing has to be done unless somebody wakes; zero if there is more. */
    Duration run() throws BoardDamagedException, StoreUnavailableException;
  }

  private final Round round;
  private final Thread thread;
  private final Semaphore wanted = new Semaphore(0);
  private volatile boolean stopped;
  private volatile BoardDamagedException damage;

  Sequencer(String origin, Round round) {
    this.round = round;
    this.thread = new Thread(this::loop, "sequencer " + origin);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Says that there is something to do. */
  void wake() {
    wanted.release();
  }

  Optional<BoardDamagedException> damage() {
    return Optional.ofNullable(damage);
  }

  void damaged(BoardDamagedException found) {
    damage = found;
    stopped = true;
    wake();
    LOG.log(System.Logger.Level.ERROR, "nothing more is signed", found);
  }

  private void loop() {
    try {
      while (!stopped) {
        long rest = attempt().toMillis();
        if (rest > 0 && wanted.tryAcquire(rest, TimeUnit.MILLISECONDS)) {
          wanted.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration attempt() throws InterruptedException {
    try {
      return round.run();
    } catch (StoreUnavailableException e) {
      LOG.log(System.Logger.Level.WARNING, "the store failed; trying again", e);
      Thread.sleep(AFTER_FAILURE.toMillis());
      return Duration.ZERO;
    } catch (BoardDamagedException e) {
      damaged(e);
      return Duration.ZERO;
    }
  }

  @Override
  public void close() {
    stopped = true;
    wake();
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
