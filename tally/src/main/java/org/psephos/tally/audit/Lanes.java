package org.psephos.tally.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Works on many inputs with several threads and hands over what came of them in the order of the
 * inputs, with few of them under way at a time. The first failure ends it and is thrown.
 */
final class Lanes implements AutoCloseable {

  private final ExecutorService workers;
  private final int ahead;

  Lanes(int threads) {
    workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "audit");
              thread.setDaemon(true);
              return thread;
            });
    ahead = 2 * threads;
  }

  /** Work on one input. */
  @FunctionalInterface
  interface Work<I, O> {
    O on(I input) throws IOException, AuditException;
  }

  /** Takes what came of one input, in the caller's thread. */
  @FunctionalInterface
  interface Sink<O> {
    void take(O output) throws AuditException;
  }

  <I, O> void run(Iterator<I> inputs, Work<I, O> work, Sink<O> sink)
      throws IOException, AuditException {
    Deque<Future<O>> underWay = new ArrayDeque<>();
    try {
      while (inputs.hasNext() || !underWay.isEmpty()) {
        while (inputs.hasNext() && underWay.size() < ahead) {
          I input = inputs.next();
          underWay.add(workers.submit(() -> work.on(input)));
        }
        sink.take(output(underWay.remove()));
      }
    } finally {
      underWay.forEach(future -> future.cancel(true));
    }
  }

  private static <O> O output(Future<O> future) throws IOException, AuditException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      if (e.getCause() instanceof AuditException refused) {
        throw refused;
      }
      throw new IllegalStateException("a worker failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the audit was interrupted", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
