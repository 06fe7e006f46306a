package org.psephos.api.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.api.PostgresForTests;
import org.psephos.api.board.BoardOpened;
import org.psephos.api.board.Boards;
import org.psephos.api.fixture.BoardOverHttp;
import org.psephos.api.fixture.Client.Answer;
import org.psephos.api.fixture.Held;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.crypto.codec.Utf8;

/** Closing is quick and final; the sum follows on its own, whatever happens in between. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class CloseElectionTest {

  @TestHTTPResource("/")
  URI base;

  @Inject Boards boards;
  @Inject Event<BoardOpened> openings;

  @Test
  void closingAgainChangesNothing() throws Exception {
    Held held = Held.open(base);
    assertThat(held.cast(held.ballot(0, 1).encode()).status()).isEqualTo(201);
    for (int i = 0; i < 3; i++) {
      Answer closed = held.official("/close");
      assertThat(closed.status()).isEqualTo(200);
      assertThat(closed.text("state")).isIn("CLOSED", "TALLYING");
    }
    held.awaitState("TALLYING");
    assertThat(held.official("/close").text("state")).isEqualTo("TALLYING");
    assertThat(BoardOverHttp.read(held).entries())
        .satisfiesOnlyOnce(entry -> assertThat(entry).isInstanceOf(EndBallotsEntry.class))
        .satisfiesOnlyOnce(entry -> assertThat(entry).isInstanceOf(EncryptedTallyEntry.class));
    held.decrypt(1).decrypt(2).publish();
    assertThat(held.official("/close").problem()).isEqualTo("409 wrong-state");
  }

  @Test
  void aSumThatIsMissingAtTheStartIsMadeThen() throws Exception {
    Held held = stoppedInBetween();
    openings.fire(new BoardOpened(held.uuid(), boards.board(held.uuid())));
    assertThatTheVoteCounts(held);
  }

  @Test
  void closingAgainMakesASumThatIsMissing() throws Exception {
    Held held = stoppedInBetween();
    assertThat(held.official("/close").status()).isEqualTo(200);
    assertThatTheVoteCounts(held);
  }

  @Test
  void whoeverCancelsInBetweenIsHeard() throws Exception {
    Held held = stoppedInBetween().cancel();
    openings.fire(new BoardOpened(held.uuid(), boards.board(held.uuid())));
    assertThat(held.official("/close").problem()).isEqualTo("409 wrong-state");
    assertThat(held.state()).isEqualTo("CANCELLED");
  }

  /** As a crash leaves it that comes right after EndBallots. */
  private Held stoppedInBetween() throws Exception {
    Held held = Held.open(base);
    assertThat(held.cast(held.ballot(0, 1).encode()).status()).isEqualTo(201);
    EndBallotsEntry end = new EndBallotsEntry(Instant.now().getEpochSecond());
    Elections.append(boards.board(held.uuid()), List.of(end), List.of());
    assertThat(held.state()).isEqualTo("CLOSED");
    assertThat(held.cast(held.ballot(1, 1).encode()).problem()).isEqualTo("409 closed");
    return held;
  }

  private static void assertThatTheVoteCounts(Held held) throws Exception {
    held.awaitState("TALLYING").decrypt(1).decrypt(2).publish();
    assertThat(Utf8.decode(held.client().get(held.path("/result")).body()))
        .isEqualTo("{\"result\":[[0,1,0]]}");
  }
}
