package org.psephos.board.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.store.Extension;
import org.psephos.crypto.hash.Digest;

/**
 * Tells whoever waits for an entry that it was numbered and published. Knows only what this process
 * published; who waits has to look now and then, too. Thread safe.
 */
final class Waiting {

  private final Map<Digest, CompletableFuture<Void>> waiters = new ConcurrentHashMap<>();

  /** Begins to wait for the entry with this ident; call it before the entry is handed in. */
  CompletableFuture<Void> register(Digest ident) {
    return waiters.computeIfAbsent(ident, absent -> new CompletableFuture<>());
  }

  /** Others that wait for the same entry go on looking by themselves. */
  void forget(Digest ident) {
    waiters.remove(ident);
  }

  /** These entries are published now. */
  void published(Extension extension) {
    if (waiters.isEmpty()) {
      return;
    }
    for (EntryBytes entry : extension.entries()) {
      CompletableFuture<Void> waiter = waiters.remove(entry.ident());
      if (waiter != null) {
        waiter.complete(null);
      }
    }
  }

  /** Returns when the entry is published, or after this long. */
  static void await(CompletableFuture<Void> waiter, Duration longest) throws InterruptedException {
    try {
      waiter.get(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // The caller looks for itself.
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody completes a waiter with a failure", e);
    }
  }
}
