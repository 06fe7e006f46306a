package org.psephos.board.log;

import java.time.Duration;

/** Lets threads wait until something more was published. Thread safe. */
final class Waiting {

  private final Object monitor = new Object();
  private long published;

  long published() {
    synchronized (monitor) {
      return published;
    }
  }

  void publishedNow() {
    synchronized (monitor) {
      published++;
      monitor.notifyAll();
    }
  }

  /** Returns when more was published than {@code seen}, or after this long. */
  void awaitMoreThan(long seen, Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    synchronized (monitor) {
      long left = deadline - System.nanoTime();
      while (published <= seen && left > 0) {
        monitor.wait(left / 1_000_000, (int) (left % 1_000_000));
        left = deadline - System.nanoTime();
      }
    }
  }
}
