package org.psephos.tally.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.bel.BelArchive;
import org.psephos.board.bel.BelEvent;
import org.psephos.board.bel.BelEventType;
import org.psephos.board.bundle.BundleFile;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.EntryBytes;
import org.psephos.board.merkle.NodeTable;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.NoteCheck;
import org.psephos.board.note.SignedCheckpoint;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.order.BoardState;
import org.psephos.board.order.Event;
import org.psephos.board.order.Phase;
import org.psephos.board.tile.TilePath;
import org.psephos.board.tile.TileRows;
import org.psephos.crypto.ballot.BallotChecker;
import org.psephos.crypto.ballot.BallotOutcome;
import org.psephos.crypto.group.Groups;

/** A small simulation is what it says: a whole record, read back as a stranger reads it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationTest {

  private static final int BALLOTS = 300;
  private static final int ANSWERS = 3;

  private Path folder;
  private Plan plan;
  private SimulatedElection simulated;
  private final List<Long> heard = new ArrayList<>();

  @BeforeAll
  void simulate(@TempDir Path directory) throws Exception {
    folder = directory;
    plan = new Plan(Groups.named("Ed25519"), BALLOTS, ANSWERS, 10, 2);
    simulated = new Simulation(plan, (cast, all) -> heard.add(cast)).run(folder);
  }

  @Test
  void theBoardFollowsTheOrderUpToTheResult() throws Exception {
    try (BundleFile bundle = BundleFile.open(simulated.bundle())) {
      BoardState state = BoardState.empty();
      for (byte[] bytes : entries(bundle)) {
        BoardEntry entry = BoardEntry.decode(EntryBytes.decode(bytes));
        state = (BoardState) state.follow(Event.read(entry, bundle));
      }
      assertThat(state.phase()).isEqualTo(Phase.RESULT);
      assertThat(state.ballots()).isEqualTo(BALLOTS);
      assertThat(state.trustees()).isEqualTo(2);
      assertThat(state.allReady()).isTrue();
      assertThat(state.genesis().orElseThrow().uuid()).isEqualTo(simulated.uuid().value());
    }
  }

  @Test
  void theCheckpointSignsExactlyTheseEntries() throws Exception {
    try (BundleFile bundle = BundleFile.open(simulated.bundle())) {
      List<byte[]> entries = entries(bundle);
      SignedCheckpoint signed = bundle.checkpoint();
      assertThat(signed.checkpoint().root())
          .isEqualTo(NodeTable.of(entries.stream().map(TreeHash::leaf).toList()).root());
      BoardEntry first = BoardEntry.decode(EntryBytes.decode(entries.get(0)));
      BoardState state = (BoardState) BoardState.empty().follow(Event.of(first));
      assertThat(WitnessPolicy.logOnly(state.genesis().orElseThrow().key()).check(signed))
          .isInstanceOf(NoteCheck.Accepted.class);
    }
  }

  @Test
  void theBundleHasNothingOutOfPlace() throws Exception {
    try (BundleFile bundle = BundleFile.open(simulated.bundle())) {
      assertThat(bundle.faults()).isEmpty();
    }
  }

  @Test
  void theArchiveHasNothingOutOfPlaceAndEveryBallot() throws Exception {
    try (BelArchive archive = BelArchive.open(simulated.archive())) {
      assertThat(archive.faults()).isEmpty();
      assertThat(ballots(archive)).hasSize(BALLOTS);
    }
  }

  @Test
  void everyBallotIsValid() throws Exception {
    try (BelArchive archive = BelArchive.open(simulated.archive())) {
      Archived record = Archived.of(archive);
      BallotChecker checker = new BallotChecker(record.election(), record.credentials());
      for (BelEvent ballot : ballots(archive).subList(0, 40)) {
        byte[] bytes = archive.object(ballot.payload().orElseThrow(), 1 << 20).toByteArray();
        assertThat(checker.check(bytes)).isInstanceOf(BallotOutcome.Valid.class);
      }
      assertThat(record.election().fingerprint()).isEqualTo(simulated.fingerprint());
    }
  }

  @Test
  void theResultCountsEachVoterOnce() {
    assertThat(simulated.counted()).isEqualTo(plan.voters()).isEqualTo(270);
    assertThat(simulated.counts()).hasSize(ANSWERS);
    assertThat(simulated.counts().stream().mapToLong(Long::longValue).sum()).isBetween(1L, 270L);
  }

  @Test
  void progressEndsAtTheLastBallot() {
    assertThat(heard).isSorted().endsWith((long) BALLOTS);
  }

  @Test
  void nothingElseIsLeftBehind() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(simulated.bundle(), simulated.archive());
    }
  }

  @Test
  void anElectionIsNeverOverwritten() throws Exception {
    byte[] before = Files.readAllBytes(simulated.bundle());
    assertThatThrownBy(() -> new Simulation(plan, (cast, all) -> {}).run(folder))
        .isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(simulated.bundle())).isEqualTo(before);
  }

  @Test
  void plansOutOfRangeAreRefused() throws Exception {
    int[][] refused = {{0, 1, 0, 1}, {1, 0, 0, 1}, {1, 1, 91, 1}, {1, 1, -1, 1}, {1, 1, 0, 26}};
    for (int[] numbers : refused) {
      assertThatThrownBy(
              () -> new Plan(plan.group(), numbers[0], numbers[1], numbers[2], numbers[3]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(new Plan(plan.group(), 1, 1, 90, 25).voters()).isEqualTo(1);
  }

  @Test
  void aThresholdGroupHoldsItsCeremonyAndSomeOfItDecrypt(@TempDir Path other) throws Exception {
    Plan some = new Plan(plan.group(), 5, 2, 0, 5, OptionalInt.of(3));
    SimulatedElection election = new Simulation(some, (cast, all) -> {}).run(other);
    try (BundleFile bundle = BundleFile.open(election.bundle())) {
      BoardState state = BoardState.empty();
      for (byte[] bytes : entries(bundle)) {
        BoardEntry entry = BoardEntry.decode(EntryBytes.decode(bytes));
        state = (BoardState) state.follow(Event.read(entry, bundle));
      }
      assertThat(state.phase()).isEqualTo(Phase.RESULT);
      assertThat(state.trustees()).isEqualTo(5);
      assertThat(bundle.faults()).isEmpty();
    }
    try (BelArchive archive = BelArchive.open(election.archive())) {
      assertThat(archive.faults()).isEmpty();
      assertThat(
              archive.events().stream()
                  .filter(event -> event.type() == BelEventType.PARTIAL_DECRYPTION))
          .hasSize(3);
    }
    for (int wrong : new int[] {0, 6}) {
      assertThatThrownBy(() -> new Plan(plan.group(), 5, 2, 0, 5, OptionalInt.of(wrong)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<BelEvent> ballots(BelArchive archive) {
    return archive.events().stream().filter(e -> e.type() == BelEventType.BALLOT).toList();
  }

  private static List<byte[]> entries(BundleFile bundle) throws Exception {
    List<byte[]> entries = new ArrayList<>();
    for (TilePath path : TileRows.bundles(bundle.checkpoint().checkpoint().size())) {
      entries.addAll(bundle.entries(path));
    }
    return entries;
  }
}
