package org.psephos.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.note.Checkpoint;
import org.psephos.crypto.ballot.BallotMaker;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.election.Election;

/**
 * Eight people who cast ballots as fast as they can until the service is gone, and write down what
 * they were told; a ninth keeps looking at the board.
 */
final class Crowd {

  private static final int CASTERS = 8;
  private static final long PATIENCE_SECONDS = 240;

  private static final List<List<Integer>> CHOICES =
      List.of(List.of(1, 0, 0), List.of(0, 1, 0), List.of(0, 0, 1));

  private final Held held;
  private final int voters;
  private final BallotMaker maker;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
  private final Set<Checkpoint> seen = ConcurrentHashMap.newKeySet();
  private final Set<String> surprises = ConcurrentHashMap.newKeySet();

  /**
   * What a voter was told.
   *
   * @param index empty if only that the ballot is safe
   * @param receipt empty if the service was gone before it could be fetched
   */
  record Acknowledged(BoardObject ballot, Optional<Long> index, Optional<BoardObject> receipt) {}

  Crowd(Held held, int voters) throws Exception {
    this.held = held;
    this.voters = voters;
    Election election = held.election();
    this.maker = new BallotMaker(election, new SecureRandom());
  }

  /** What breaks the service. */
  @FunctionalInterface
  interface Blow {
    void fall() throws Exception;
  }

  /** Casts until so many more are acknowledged; then the blow falls while all go on. */
  void voteUntil(int more, Blow blow) throws Exception {
    CountDownLatch enough = new CountDownLatch(more);
    CountDownLatch over = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CASTERS; i++) {
      threads.add(new Thread(() -> castUntil(over, enough), "caster-" + i));
    }
    threads.add(new Thread(() -> lookUntil(over), "observer"));
    threads.forEach(Thread::start);
    try {
      assertThat(enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("enough ballots").isTrue();
      blow.fall();
    } finally {
      over.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  private void castUntil(CountDownLatch over, CountDownLatch enough) {
    while (over.getCount() > 0) {
      try {
        cast(enough);
      } catch (AssertionError gone) {
        pause(over);
      }
    }
  }

  private void cast(CountDownLatch enough) {
    int number = next.getAndIncrement();
    List<Integer> choice = CHOICES.get(number % CHOICES.size());
    byte[] bytes = maker.make(held.voter(number % voters), List.of(choice)).encode();
    BoardObject ballot = BoardObject.of(bytes);
    Answer answer = held.cast(bytes);
    if (answer.status() != 201 && answer.status() != 202) {
      if (answer.status() != 503) {
        surprises.add(answer.problem());
      }
      return;
    }
    Optional<Long> index =
        Optional.ofNullable(answer.json().members().get("index")).map(i -> ((Json.Int) i).value());
    String receipt = answer.text("receipt");
    acknowledged.put(receipt, new Acknowledged(ballot, index, Optional.empty()));
    enough.countDown();
    Answer fetched = held.client().get(receipt);
    if (fetched.status() == 200) {
      acknowledged.put(
          receipt, new Acknowledged(ballot, index, Optional.of(BoardObject.of(fetched.body()))));
    }
  }

  private void lookUntil(CountDownLatch over) {
    while (over.getCount() > 0) {
      try {
        seen.add(held.checkpoint().checkpoint());
      } catch (Exception | AssertionError gone) {
        pause(over);
      }
      pause(over);
    }
  }

  private static void pause(CountDownLatch over) {
    try {
      over.await(50, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Every acknowledgement so far, under the path of its receipt. */
  Map<String, Acknowledged> acknowledged() {
    return acknowledged;
  }

  /** Every answer that was neither yes nor "try again". */
  Set<String> surprises() {
    return surprises;
  }

  /** Every head of the board that was seen. */
  Set<Checkpoint> seen() {
    return seen;
  }
}
