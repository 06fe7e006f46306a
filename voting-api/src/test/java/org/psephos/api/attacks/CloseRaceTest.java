package org.psephos.api.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.fixture.BoardOverHttp;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.hash.Digest;

/** Many vote at once, while the election is being closed, and with one credential. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CloseRaceTest {

  private static final int BALLOTS = 200;
  private static final int CASTERS = 40;
  private static final int VOTERS = 100;

  @TestHTTPResource("/")
  URI base;

  @Test
  void whoGotAPlaceStandsBeforeTheEndAndEveryoneElseWasToldThatItIsClosed() throws Exception {
    Held held = open(VOTERS);
    List<byte[]> ballots = new ArrayList<>();
    for (int i = 0; i < BALLOTS; i++) {
      ballots.add(held.ballot(i % VOTERS, i % 3).encode());
    }
    CountDownLatch halfway = new CountDownLatch(BALLOTS / 4);
    List<Answer> answers;
    ExecutorService casters = Executors.newFixedThreadPool(CASTERS);
    try {
      List<Future<Answer>> casts = new ArrayList<>();
      for (byte[] ballot : ballots) {
        casts.add(casters.submit(() -> cast(held, ballot, halfway)));
      }
      halfway.await();
      held.close();
      answers = gather(casts);
    } finally {
      casters.shutdownNow();
    }
    assertThat(held.cast(held.ballot(0, 0).encode()).problem()).isEqualTo("409 closed");
    assertConsistent(held, ballots, answers);
  }

  private static Answer cast(Held held, byte[] ballot, CountDownLatch halfway)
      throws InterruptedException {
    try {
      return patiently(held, ballot);
    } finally {
      halfway.countDown();
    }
  }

  /** Everyone here shares an address, which other tests may have worn out. */
  private static Answer patiently(Held held, byte[] ballot) throws InterruptedException {
    Answer answer = held.cast(ballot);
    while (answer.status() == 429) {
      Thread.sleep(20);
      answer = held.cast(ballot);
    }
    return answer;
  }

  private static List<Answer> gather(List<Future<Answer>> casts) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> cast : casts) {
      answers.add(cast.get());
    }
    return answers;
  }

  private static void assertConsistent(Held held, List<byte[]> ballots, List<Answer> answers)
      throws Exception {
    List<BoardEntry> board = BoardOverHttp.read(held).entries();
    Map<Digest, Integer> places = new HashMap<>();
    int end = -1;
    for (int i = 0; i < board.size(); i++) {
      if (board.get(i) instanceof BallotEntry ballot) {
        assertThat(end).as("end of the ballots before entry " + i).isNegative();
        assertThat(places.put(ballot.payload(), i)).isNull();
      } else if (board.get(i) instanceof EndBallotsEntry) {
        end = i;
      }
    }
    assertThat(end).isPositive();
    for (int i = 0; i < ballots.size(); i++) {
      Digest tracker = Digest.sha256(ballots.get(i));
      Answer answer = answers.get(i);
      if (answer.status() / 100 == 2) {
        assertThat(places).containsKey(tracker);
        Json index = answer.json().members().get("index");
        if (index != null) {
          assertThat(index).isEqualTo(new Json.Int(places.get(tracker)));
        }
        assertThat(held.cast(ballots.get(i)).status()).isEqualTo(200);
      } else {
        assertThat(answer.problem()).isEqualTo("409 closed");
        assertThat(places).doesNotContainKey(tracker);
      }
    }
    assertThat(places).hasSize((int) answers.stream().filter(a -> a.status() < 300).count());
  }

  @Test
  void ballotsOfOneCredentialAtOnceStandInOneOrder() throws Exception {
    Held held = open(1);
    int count = 16; // a credential may not send more at once
    List<Future<Answer>> casts = new ArrayList<>();
    List<Digest> trackers = new ArrayList<>();
    ExecutorService casters = Executors.newFixedThreadPool(count);
    try {
      for (int i = 0; i < count; i++) {
        byte[] ballot = held.ballot(0, i % 3).encode();
        trackers.add(Digest.sha256(ballot));
        casts.add(casters.submit(() -> patiently(held, ballot)));
      }
      for (Answer answer : gather(casts)) {
        assertThat(answer.status()).isIn(201, 202);
      }
    } finally {
      casters.shutdownNow();
    }
    List<Digest> onBoard = new ArrayList<>();
    for (BoardEntry entry : BoardOverHttp.read(held).entries()) {
      if (entry instanceof BallotEntry ballot) {
        onBoard.add(ballot.payload());
      }
    }
    assertThat(onBoard).containsExactlyInAnyOrderElementsOf(trackers);
    for (Digest tracker : trackers) {
      boolean last = tracker.equals(onBoard.get(onBoard.size() - 1));
      assertThat(held.client().get(held.path("/ballots/" + tracker.hex())).text("status"))
          .isEqualTo(last ? "counted-so-far" : "replaced");
    }
  }

  private Held open(int voters) throws Exception {
    Held held = Held.draft(base).begin().bringKeys().bringCredentials(voters);
    return held.freeze().makeReady().open();
  }
}
