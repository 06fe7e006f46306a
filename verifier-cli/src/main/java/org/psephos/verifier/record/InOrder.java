package org.psephos.verifier.record;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does the same work on many inputs with several threads, and hands over the outcomes in the order
 * of the inputs, so that nothing depends on the number of threads. Only a few inputs are under way
 * at a time. Whatever a worker throws is thrown again by the caller; nothing is lost.
 */
public final class InOrder implements AutoCloseable {

  private final ExecutorService workers;
  private final int ahead;

  /** Starts the threads. */
  public InOrder(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "verifier");
              thread.setDaemon(true);
              return thread;
            });
    this.ahead = 2 * threads;
  }

  /** Work on one input. */
  @FunctionalInterface
  public interface Work<I, O> {
    O on(I input) throws IOException;
  }

  /**
   * Works on every input and passes every outcome to {@code sink}, in the caller's thread.
   *
   * @throws IOException if one of the workers threw it; the rest is then given up
   */
  public <I, O> void run(Iterator<I> inputs, Work<I, O> work, Consumer<O> sink) throws IOException {
    Deque<Future<O>> underWay = new ArrayDeque<>();
    try {
      while (inputs.hasNext() || !underWay.isEmpty()) {
        while (inputs.hasNext() && underWay.size() < ahead) {
          I input = inputs.next();
          underWay.add(workers.submit(() -> work.on(input)));
        }
        sink.accept(outcome(underWay.remove()));
      }
    } finally {
      underWay.forEach(future -> future.cancel(true));
    }
  }

  private static <O> O outcome(Future<O> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException broken) {
        throw broken;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a worker failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the verification was interrupted", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
