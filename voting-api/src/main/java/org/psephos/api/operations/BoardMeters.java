package org.psephos.api.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;
import org.psephos.api.board.BoardOpened;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.BoardReads;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.board.store.StoredCheckpoint;

/**
 * Figures of every open board: entries, entries without number, entries that no checkpoint covers,
 * how long the queue has not moved and how old the newest checkpoint is, as far as this process has
 * looked. A figure that cannot be had is not a number.
 */
@ApplicationScoped
public class BoardMeters {

  private final MeterRegistry registry;
  private final BoardProgress progress = new BoardProgress();

  BoardMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Something that is read from a board. */
  @FunctionalInterface
  private interface Figure {
    double of(BulletinBoard board) throws StoreUnavailableException;
  }

  void watch(@Observes BoardOpened opened) {
    gauge("psephos.board.entries", opened, board -> board.state().size());
    gauge("psephos.board.pending", opened, board -> board.reads().pending());
    gauge(
        "psephos.board.unpublished",
        opened,
        board -> board.reads().head().size() - newest(board.reads()));
    gauge(
        "psephos.board.pending.oldest.seconds",
        opened,
        board -> progress.standstillSeconds(board, System.nanoTime()));
    gauge(
        "psephos.board.checkpoint.age.seconds",
        opened,
        board ->
            progress.unchangedSeconds(
                opened.uuid() + "/checkpoint", newest(board.reads()), System.nanoTime()));
  }

  private static long newest(BoardReads reads) throws StoreUnavailableException {
    return reads.newestCheckpoint().map(StoredCheckpoint::size).orElse(0L);
  }

  private void gauge(String name, BoardOpened opened, Figure figure) {
    ToDoubleFunction<BulletinBoard> careful =
        board -> {
          try {
            return figure.of(board);
          } catch (StoreUnavailableException e) {
            Log.debug("a figure cannot be had", e);
            return Double.NaN;
          }
        };
    Gauge.builder(name, opened.board(), careful)
        .tags(Tags.of("election", opened.uuid()))
        .register(registry);
  }
}
