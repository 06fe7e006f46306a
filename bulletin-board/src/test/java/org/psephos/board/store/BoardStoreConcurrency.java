package org.psephos.board.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.EntryBytes;

/** What every store owes to callers that come at the same time. */
abstract class BoardStoreConcurrency {

  private static final int SUBMITTERS = 8;
  private static final int EACH = 60;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  abstract BoardStore open() throws Exception;

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** Two objects for one board where the store allows it, the same object twice where not. */
  BoardStore another(BoardStore store) throws Exception {
    return store;
  }

  private <T> List<T> together(List<Callable<T>> work) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> future : threads.invokeAll(work)) {
      results.add(future.get());
    }
    return results;
  }

  /** Submits everything twice, as a client would that got no answer the first time. */
  private static int submitAll(BoardStore store, int submitter) throws Exception {
    int taken = 0;
    for (int i = 0; i < EACH; i++) {
      List<Submission> one =
          List.of(BoardStoreContract.submission("ballot " + submitter + " " + i));
      for (int attempt = 0; attempt < 2; attempt++) {
        Admission admission = store.submit(one, BoardStoreContract.OPEN);
        if (admission instanceof Admission.Queued queued && queued.known().isEmpty()) {
          taken++;
        }
      }
    }
    return taken;
  }

  private static int sequence(BoardStore store, AtomicBoolean stop) {
    int failures = 0;
    while (!stop.get()) {
      try {
        BoardStoreContract.number(store, 16);
      } catch (StoreUnavailableException e) {
        failures++;
      }
    }
    return failures;
  }

  @Test
  void each_submission_is_numbered_once_however_many_submit_and_number() throws Exception {
    try (BoardStore store = open();
        BoardStore second = another(store)) {
      BoardStoreContract.append(store, BoardStoreContract.OPEN, "genesis");
      AtomicBoolean stop = new AtomicBoolean();
      Future<Integer> one = threads.submit(() -> sequence(store, stop));
      Future<Integer> two = threads.submit(() -> sequence(second, stop));
      List<Callable<Integer>> submitters = new ArrayList<>();
      for (int i = 0; i < SUBMITTERS; i++) {
        int submitter = i;
        submitters.add(() -> submitAll(submitter % 2 == 0 ? store : second, submitter));
      }
      assertThat(together(submitters)).containsOnly(EACH);
      stop.set(true);
      one.get();
      two.get();
      while (store.pending() > 0) {
        BoardStoreContract.number(store, 512);
      }
      assertThat(store.head().size()).isEqualTo(1 + SUBMITTERS * EACH);
      BoardStoreContract.assertConsistent(store);
    }
  }

  @Test
  void one_entry_from_many_submitters_is_taken_once() throws Exception {
    try (BoardStore store = open()) {
      BoardStoreContract.append(store, BoardStoreContract.OPEN, "genesis");
      List<Callable<Admission>> same = new ArrayList<>();
      for (int i = 0; i < SUBMITTERS; i++) {
        same.add(
            () ->
                store.submit(List.of(BoardStoreContract.submission("a")), BoardStoreContract.OPEN));
      }
      long taken =
          together(same).stream()
              .filter(one -> one instanceof Admission.Queued queued && queued.known().isEmpty())
              .count();
      assertThat(taken).isEqualTo(1);
      assertThat(store.pending()).isEqualTo(1);
    }
  }

  @Test
  void whatever_was_taken_stands_before_the_end_and_nothing_stands_behind_it() throws Exception {
    try (BoardStore store = open()) {
      BoardStoreContract.append(store, BoardStoreContract.OPEN, "genesis");
      AtomicInteger taken = new AtomicInteger();
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < SUBMITTERS; i++) {
        int submitter = i;
        work.add(
            () -> {
              submitUntilClosed(store, submitter, taken);
              return null;
            });
      }
      work.add(
          () -> {
            while (taken.get() < EACH) {
              Thread.onSpinWait();
            }
            BoardStoreContract.append(store, "CLOSED", "end");
            return null;
          });
      together(work);
      List<EntryBytes> entries = store.entries(0, 1 << 20);
      assertThat(entries).hasSize(taken.get() + 2);
      assertThat(entries.get(entries.size() - 1)).isEqualTo(BoardStoreContract.entry("end"));
      assertThat(store.pending()).isZero();
      BoardStoreContract.assertConsistent(store);
    }
  }

  private static void submitUntilClosed(BoardStore store, int submitter, AtomicInteger taken)
      throws StoreUnavailableException {
    for (int i = 0; ; i++) {
      Admission admission =
          store.submit(
              List.of(BoardStoreContract.submission("ballot " + submitter + " " + i)),
              BoardStoreContract.OPEN);
      if (!(admission instanceof Admission.Queued)) {
        return;
      }
      taken.incrementAndGet();
    }
  }
}
