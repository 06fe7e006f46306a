package org.psephos.api.operations;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;

/** When something about a board last changed, as far as this process has looked. Thread safe. */
final class BoardProgress {

  private record Seen(long value, long sinceNanos) {}

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /** How many seconds entries have been waiting without any being numbered; 0 if none waits. */
  double standstillSeconds(BulletinBoard board, long nowNanos) throws StoreUnavailableException {
    boolean waiting = board.reads().pending() > 0;
    long value = waiting ? board.state().size() : -1;
    double seconds = unchangedSeconds(board.key().name(), value, nowNanos);
    return waiting ? seconds : 0;
  }

  /** How many seconds the value of this name has been the same, this look included. */
  double unchangedSeconds(String name, long value, long nowNanos) {
    Seen now =
        seen.compute(
            name,
            (key, before) ->
                before != null && before.value() == value ? before : new Seen(value, nowNanos));
    return (nowNanos - now.sinceNanos()) / (double) TimeUnit.SECONDS.toNanos(1);
  }
}
