package org.psephos.board.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.note.WitnessPolicy;
import org.psephos.board.order.Phase;
import org.psephos.board.order.Violation.Rule;
import org.psephos.board.receipt.ProofCheck;
import org.psephos.board.receipt.Receipt;
import org.psephos.board.store.BoardStore;
import org.psephos.board.store.FileStore;
import org.psephos.crypto.hash.Digest;

class BulletinBoardTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Digest FINGERPRINT = Digest.sha256("the election");

  @TempDir Path directory;

  private HighWater highWater;
  private BoardStore store;
  private BulletinBoard board;
  private HeldElection election;

  /** The genesis of the fixtures names this key, so the key file cannot be a fresh one. */
  private static final NoteSigner SIGNER = EntryFixtures.SIGNER;

  @BeforeEach
  void openBoard() throws Exception {
    highWater = new HighWater(directory.resolve("high-water"), EntryFixtures.ORIGIN);
    highWater.create();
    start();
  }

  private void start() throws Exception {
    store = FileStore.open(directory.resolve("board"));
    board = BulletinBoard.open(store, SIGNER, highWater);
    election = new HeldElection(board);
  }

  @AfterEach
  void closeBoard() throws Exception {
    board.close();
    store.close();
  }

  private void restart() throws Exception {
    closeBoard();
    start();
  }

  private List<EntryType> types() throws Exception {
    List<EntryType> types = new ArrayList<>();
    for (var bytes : store.entries(0, 1000)) {
      types.add(BoardEntry.decode(bytes).type());
    }
    return types;
  }

  @Test
  void an_election_is_held_from_genesis_to_result() throws Exception {
    election.hold(HeldElection.ballots(3));
    assertThat(board.state().phase()).isEqualTo(Phase.RESULT);
    assertThat(types())
        .startsWith(EntryType.GENESIS, EntryType.CEREMONY)
        .endsWith(
            EntryType.BALLOT,
            EntryType.AMENDMENT,
            EntryType.END_BALLOTS,
            EntryType.ENCRYPTED_TALLY,
            EntryType.PARTIAL_DECRYPTION,
            EntryType.DECRYPTION_PROOF,
            EntryType.RESULT);
    assertThat(store.newestCheckpoint().orElseThrow().size()).isEqualTo(store.head().size());
    assertThat(highWater.read()).isEqualTo(store.head());
  }

  @Test
  void a_restart_changes_nothing() throws Exception {
    election.hold(HeldElection.ballots(2));
    var head = store.head();
    var checkpoint = store.newestCheckpoint();
    restart();
    assertThat(store.head()).isEqualTo(head);
    assertThat(store.newestCheckpoint()).isEqualTo(checkpoint);
    assertThat(board.state().phase()).isEqualTo(Phase.RESULT);
    assertThat(board.state().ballots()).isEqualTo(2);
  }

  @Nested
  class Ballots {

    @BeforeEach
    void opened() throws Exception {
      election.beforeOpening();
      election.open();
    }

    @Test
    void a_ballot_gets_a_place_and_a_receipt_that_any_device_can_check() throws Exception {
      Casting.Covered cast = election.cast("a ballot");
      assertThat(cast.known()).isFalse();
      Digest tracker = HeldElection.object("a ballot").hash();
      Receipt receipt = board.receipt(FINGERPRINT, tracker).orElseThrow();
      Receipt read = Receipt.parse(receipt.toBytes());
      assertThat(read.check(WitnessPolicy.logOnly(board.key())))
          .isInstanceOf(ProofCheck.Confirmed.class);
      assertThat(read.proof().index()).isEqualTo(cast.place().index());
      assertThat(board.receipt(FINGERPRINT, Digest.sha256("no ballot"))).isEmpty();
    }

    @Test
    void the_same_ballot_gets_the_same_place_and_receipt_also_after_the_end() throws Exception {
      Casting.Covered cast = election.cast("a ballot");
      Digest tracker = HeldElection.object("a ballot").hash();
      byte[] receipt = board.receipt(FINGERPRINT, tracker).orElseThrow().toBytes();
      election.cast("another");
      election.close();
      restart();
      Casting.Covered again = election.cast("a ballot");
      assertThat(again).isEqualTo(new Casting.Covered(cast.place(), true));
      assertThat(board.receipt(FINGERPRINT, tracker).orElseThrow().toBytes()).isEqualTo(receipt);
      assertThat(types().stream().filter(EntryType.BALLOT::equals)).hasSize(2);
    }

    @Test
    void no_new_ballot_is_taken_after_the_end() throws Exception {
      election.close();
      assertThat(board.cast(HeldElection.object("late"), PATIENCE))
          .isEqualTo(new Casting.NotOpen(Phase.CLOSED));
      assertThat(store.pending()).isZero();
    }

    @Test
    void who_does_not_wait_finds_the_place_later() throws Exception {
      Digest ident = new BallotEntry(HeldElection.object("a").hash()).ident();
      Casting cast = board.cast(HeldElection.object("a"), Duration.ZERO);
      assertThat(cast).isInstanceOfAny(Casting.Committed.class, Casting.Covered.class);
      assertThat(board.cast(HeldElection.object("a"), PATIENCE))
          .isInstanceOf(Casting.Covered.class);
      assertThat(board.find(ident)).isPresent();
    }

    @Test
    void many_voters_at_once_all_get_different_places() throws Exception {
      ExecutorService voters = Executors.newFixedThreadPool(16);
      List<Callable<Casting>> casts = new ArrayList<>();
      for (String ballot : HeldElection.ballots(300)) {
        casts.add(() -> board.cast(HeldElection.object(ballot), PATIENCE));
      }
      List<Long> places = new ArrayList<>();
      for (Future<Casting> cast : voters.invokeAll(casts)) {
        places.add(((Casting.Covered) cast.get()).place().index());
      }
      voters.shutdown();
      assertThat(places).doesNotHaveDuplicates().hasSize(300);
      assertThat(board.state().ballots()).isEqualTo(300);
      restart();
      assertThat(board.state().ballots()).isEqualTo(300);
    }
  }

  @Nested
  class Appending {

    @Test
    void what_the_order_forbids_is_refused_with_its_rule() throws Exception {
      election.beforeOpening();
      Appended early = board.append(List.of(new OpenEntry(EntryFixtures.OPENS - 1)), List.of());
      assertThat(((Appended.Refused) early).violation().rule()).isEqualTo(Rule.OPENS_EARLY);
      Appended end = board.append(List.of(new EndBallotsEntry(EntryFixtures.CLOSES)), List.of());
      assertThat(((Appended.Refused) end).violation().rule()).isEqualTo(Rule.OUT_OF_ORDER);
      assertThat(board.append(List.of(new OpenEntry(EntryFixtures.OPENS)), List.of()))
          .isInstanceOf(Appended.Done.class);
    }

    @Test
    void the_same_entry_again_is_not_appended_again() throws Exception {
      election.beforeOpening();
      OpenEntry open = new OpenEntry(EntryFixtures.OPENS);
      Appended.Done first = (Appended.Done) board.append(List.of(open), List.of());
      assertThat(board.append(List.of(open), List.of()))
          .isEqualTo(new Appended.Done(first.index(), true));
    }

    @Test
    void an_entry_whose_object_nobody_has_is_a_fault_of_the_caller() throws Exception {
      election.beforeOpening();
      election.open();
      BoardObject notice = HeldElection.object("{\"en\":\"x\"}");
      var amendment =
          new org.psephos.board.entry.AmendmentEntry(
              new org.psephos.board.entry.AmendmentEntry.Notice(notice.hash()),
              EntryFixtures.OPENS);
      assertThatThrownBy(() -> board.append(List.of(amendment), List.of()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("object/" + notice.hash().hex());
      assertThat(board.append(List.of(amendment), List.of(notice)))
          .isInstanceOf(Appended.Done.class);
    }
  }

  @Test
  void a_board_of_another_log_key_is_not_written() throws Exception {
    election.beforeOpening();
    closeBoard();
    Path keys = directory.resolve("keys");
    LogKeys other = new LogKeys(keys, new SecureRandom());
    NoteSigner signer = other.create(EntryFixtures.UUID, EntryFixtures.ORIGIN);
    store = FileStore.open(directory.resolve("board"));
    assertThatThrownBy(
            () ->
                BulletinBoard.open(
                    store, signer, other.highWater(EntryFixtures.UUID, EntryFixtures.ORIGIN)))
        .isInstanceOf(BoardDamagedException.class);
    assertThat(Optional.of(board.key())).isNotEqualTo(Optional.of(signer.key()));
  }
}
