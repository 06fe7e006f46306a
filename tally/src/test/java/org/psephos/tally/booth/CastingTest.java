package org.psephos.tally.booth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.merkle.InclusionProof;
import org.psephos.board.merkle.TreeHash;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.receipt.Receipt;
import org.psephos.board.tile.TilePath;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.tally.client.ServiceClient;
import org.psephos.tally.client.ServiceException;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class CastingTest {

  private static final Answer TAKEN = Answer.of(201, "{}");
  private static final Answer LATER = Answer.of(202, "{}");

  private final HeldBoard board = HeldBoard.frozen().sayReady().vote();
  private final byte[] ballot = board.election().ballots().get(1).encode();
  private final Digest tracker = Ballot.tracker(ballot);
  private final String ballots = "/api/v1/elections/" + board.uuid() + "/ballots";
  private final String receiptPath = ballots + "/" + tracker.hex() + "/receipt";
  private StubService service;

  @BeforeEach
  void start() throws Exception {
    service = new StubService(board);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Receipt cast() throws Exception {
    ServiceClient client = new ServiceClient(service.address(), Optional.empty());
    PinnedElection pinned =
        PinnedElection.fetch(client, board.uuid(), board.election().election().fingerprint());
    return new Casting(client, pinned, Duration.ofMillis(1), 3).cast(ballot);
  }

  private Receipt receipt(Digest of, NoteSigner log) {
    long index = 0;
    for (long i = 0; i < board.size(); i++) {
      byte[] leaf = new BallotEntry(of).encode().toByteArray();
      index = TreeHash.leaf(leaf).equals(board.tree().node(0, i)) ? i : index;
    }
    return Receipt.of(
        board.election().election().fingerprint(),
        of,
        InclusionProof.of(index, board.size(), board.tree()),
        log.sign(board.checkpoint().checkpoint()));
  }

  private static Answer file(Receipt receipt) {
    return new Answer(200, receipt.toBytes(), Map.of());
  }

  private List<byte[]> posted() {
    return service.bodies("/ballots");
  }

  @Test
  void a_ballot_that_is_taken_gives_a_checked_receipt() throws Exception {
    service.answer("POST " + ballots, TAKEN);
    service.answer("GET " + receiptPath, file(receipt(tracker, board.log())));
    assertThat(cast().tracker()).isEqualTo(tracker);
    assertThat(posted()).containsExactly(ballot);
  }

  @Test
  void the_same_bytes_are_sent_again_until_the_ballot_is_on_the_board() throws Exception {
    service.answer("POST " + ballots, Answer.problem(503, "overloaded"), LATER, TAKEN);
    service.answer("GET " + receiptPath, file(receipt(tracker, board.log())));
    assertThat(cast().tracker()).isEqualTo(tracker);
    assertThat(posted()).containsExactly(ballot, ballot, ballot);
  }

  @Test
  void a_ballot_that_never_reaches_the_board_is_not_called_cast() {
    service.answer("POST " + ballots, LATER);
    assertThatThrownBy(this::cast)
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("not yet on the board");
    assertThat(posted()).hasSize(3);
  }

  @Test
  void a_refused_ballot_is_not_sent_again() {
    service.answer("POST " + ballots, Answer.problem(422, "bad-proof"));
    assertThatThrownBy(this::cast)
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.code()).isEqualTo("bad-proof"));
    assertThat(posted()).hasSize(1);
  }

  @Test
  void the_receipt_of_another_ballot_is_refused() {
    Digest other = Ballot.tracker(board.election().ballots().get(2).encode());
    service.answer("POST " + ballots, TAKEN);
    service.answer("GET " + receiptPath, file(receipt(other, board.log())));
    assertThatThrownBy(this::cast)
        .isInstanceOf(BoothException.class)
        .hasMessageContaining("another ballot");
  }

  @Test
  void a_receipt_by_another_log_is_refused() {
    NoteSigner forger =
        NoteSigner.of(board.log().key().name(), SigningKey.generate(SeededRandom.of("forger")));
    service.answer("POST " + ballots, TAKEN);
    service.answer("GET " + receiptPath, file(receipt(tracker, forger)));
    assertThatThrownBy(this::cast)
        .isInstanceOf(BoothException.class)
        .hasMessageContaining("does not prove");
  }

  @Test
  void a_receipt_with_another_place_on_the_board_is_refused() {
    Receipt forged =
        Receipt.of(
            board.election().election().fingerprint(),
            tracker,
            InclusionProof.of(0, board.size(), board.tree()),
            board.checkpoint());
    service.answer("POST " + ballots, TAKEN);
    service.answer("GET " + receiptPath, file(forged));
    assertThatThrownBy(this::cast)
        .isInstanceOf(BoothException.class)
        .hasMessageContaining("does not prove");
  }

  @Test
  void a_receipt_that_is_none_is_refused() {
    service.answer("POST " + ballots, TAKEN);
    service.answer("GET " + receiptPath, Answer.of(200, "thank you"));
    assertThatThrownBy(this::cast)
        .isInstanceOf(BoothException.class)
        .hasMessageContaining("malformed");
  }

  @Test
  void a_definition_under_another_fingerprint_is_refused() {
    ServiceClient client = new ServiceClient(service.address(), Optional.empty());
    assertThatThrownBy(
            () ->
                PinnedElection.fetch(client, board.uuid(), board.parties().credentials().digest()))
        .isInstanceOf(BoothException.class);
    assertThatThrownBy(() -> PinnedElection.fetch(client, board.uuid(), Digest.sha256(new byte[1])))
        .isInstanceOf(ServiceException.class);
  }

  @Test
  void a_board_that_begins_otherwise_is_refused() {
    board.rewrite(0, board.entries(new TilePath(-1, 0, 2)).get(1));
    assertThatThrownBy(this::cast)
        .isInstanceOf(BoothException.class)
        .hasMessageContaining("another entry");
  }
}
