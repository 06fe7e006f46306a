package org.psephos.board.work;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does the same work on many inputs with several threads, and hands over the outcomes in the order
 * of the inputs, so that nothing depends on the number of threads. Only a few inputs are under way
 * at a time. Whatever a worker throws is thrown again by the caller; nothing is lost.
 */
public final class InOrder implements AutoCloseable {

  private final ExecutorService workers;
  private final int ahead;

  /**
   * Starts the threads.
   *
   * @param name what the threads are called
   */
  public InOrder(String name, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed");
    }
    this.workers =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    this.ahead = 2 * threads;
  }

  /**
   * Work on one input.
   *
   * @param <X> what may go wrong beside reading, if anything
   */
  @FunctionalInterface
  public interface Work<I, O, X extends Exception> {
    O on(I input) throws IOException, X;
  }

  /** Takes what came of one input. */
  @FunctionalInterface
  public interface Sink<O, X extends Exception> {
    void take(O outcome) throws X;
  }

  /**
   * Works on every input and passes every outcome to {@code sink}, in the caller's thread.
   *
   * @throws IOException if one of the workers threw it; the rest is then given up
   * @throws X if one of the workers or the sink threw it; likewise
   */
  public <I, O, X extends Exception> void run(
      Iterator<I> inputs, Work<I, O, X> work, Sink<O, X> sink) throws IOException, X {
    Deque<Future<O>> underWay = new ArrayDeque<>();
    try {
      while (inputs.hasNext() || !underWay.isEmpty()) {
        while (inputs.hasNext() && underWay.size() < ahead) {
          I input = inputs.next();
          underWay.add(workers.submit(() -> work.on(input)));
        }
        sink.take(InOrder.<O, X>outcome(underWay.remove()));
      }
    } finally {
      underWay.forEach(future -> future.cancel(true));
    }
  }

  private static <O, X extends Exception> O outcome(Future<O> future) throws IOException, X {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException broken) {
        throw broken;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      if (cause instanceof RuntimeException) {
        throw new IllegalStateException("a worker failed", cause);
      }
      @SuppressWarnings("unchecked") // work declares nothing else that is checked
      X declared = (X) cause;
      throw declared;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the work was interrupted", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
