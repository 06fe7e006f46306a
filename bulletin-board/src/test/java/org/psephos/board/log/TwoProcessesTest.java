package org.psephos.board.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.order.Phase;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.TestPostgres;
import org.psephos.crypto.codec.Utf8;

/** Two boards over one database and one key, as two copies of the service would be. */
class TwoProcessesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final ExecutorService voters = Executors.newFixedThreadPool(8);
  private BoardStore store;
  private BulletinBoard one;
  private BulletinBoard two;

  @BeforeEach
  void openBoth() throws Exception {
    HighWater highWater = new HighWater(directory.resolve("high-water"), EntryFixtures.ORIGIN);
    highWater.create();
    store = TestPostgres.store(TestPostgres.uuid());
    one = BulletinBoard.open(store, EntryFixtures.SIGNER, highWater);
    two = BulletinBoard.open(store, EntryFixtures.SIGNER, highWater);
  }

  @AfterEach
  void closeBoth() {
    voters.shutdownNow();
    one.close();
    two.close();
  }

  @Test
  void every_ballot_gets_one_place_whichever_process_took_it() throws Exception {
    HeldElection election = new HeldElection(one);
    election.beforeOpening();
    election.open();
    List<Callable<Casting>> casts = new ArrayList<>();
    for (String ballot : HeldElection.ballots(200)) {
      casts.add(() -> one.cast(HeldElection.object(ballot), PATIENCE));
      casts.add(() -> two.cast(HeldElection.object(ballot), PATIENCE));
    }
    List<Long> places = new ArrayList<>();
    for (Future<Casting> cast : voters.invokeAll(casts)) {
      places.add(((Casting.Covered) cast.get()).place().index());
    }
    assertThat(places.stream().distinct()).hasSize(200);
    assertThat(one.damage()).isEmpty();
    assertThat(two.damage()).isEmpty();
    election.close();
    assertThat(two.refreshedState().phase()).isEqualTo(Phase.CLOSED);
    assertThat(two.state().ballots()).isEqualTo(200);
    assertThat(two.cast(HeldElection.object("late"), PATIENCE))
        .isEqualTo(new Casting.NotOpen(Phase.CLOSED));
  }

  @Test
  void what_one_appends_the_other_knows_and_every_checkpoint_is_consistent() throws Exception {
    new HeldElection(one).beforeOpening();
    HeldElection other = new HeldElection(two);
    other.open();
    other.cast("a ballot");
    new HeldElection(one).close();
    other.tally();
    assertThat(one.refreshedState().phase()).isEqualTo(Phase.RESULT);
    SignedCheckpoint newest =
        SignedCheckpoint.parse(Utf8.encode(store.newestCheckpoint().orElseThrow().note()));
    assertThat(WitnessPolicy.logOnly(one.key()).check(newest))
        .isInstanceOf(NoteCheck.Accepted.class);
    assertThat(newest.checkpoint().root()).isEqualTo(store.head().root());
  }
}
