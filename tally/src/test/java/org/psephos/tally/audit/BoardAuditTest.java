package org.psephos.tally.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.psephos.tally.fixture.HeldBoard.CLOSES;
import static org.psephos.tally.fixture.HeldBoard.OPENS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.Manifest;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.RegistrarKey;
import org.psephos.board.entry.Rehearsal;
import org.psephos.board.entry.Rules;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteSigner;
import org.psephos.board.order.Phase;
import org.psephos.board.ready.ReadyContext;
import org.psephos.board.ready.TrusteeReady;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.credential.PublicCredential;
import org.psephos.crypto.decryption.SizedTally;
import org.psephos.crypto.fixture.BallotForge;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.signature.SigningKey;
import org.psephos.tally.fixture.HeldBoard;

class BoardAuditTest {

  private static final Rehearsal WAIVED = new Rehearsal.Waived("a test");
  private static final AuditProgress SILENT = (checked, all) -> {};

  private static final Rules RULES = rules(2, 3);

  private static Rules rules(int minimumBallots, int voters) {
    return new Rules(OPENS, CLOSES, minimumBallots, WAIVED, voters, 6);
  }

  /** A board with keys and credentials, ready for Setup. */
  private static HeldBoard listed() {
    return HeldBoard.begun().postKeys().postCredentials();
  }

  /** A board whose Setup pins an altered manifest. */
  private static HeldBoard pinning(UnaryOperator<Manifest> change) {
    return listed().setUp(RULES, HeldBoard.text("Who?"), change);
  }

  private static Manifest with(
      Manifest manifest, Digest credentials, Digest genesis, SortedMap<String, Digest> texts) {
    return new Manifest(
        manifest.booth(),
        credentials,
        genesis,
        manifest.registrar(),
        manifest.rules(),
        texts,
        manifest.trustees(),
        manifest.witnesses());
  }

  /** A ballot of the first voter that chooses everything, with proofs that cannot be true. */
  private static byte[] overvote(HeldBoard board) {
    return new BallotForge(
            board.election().election(),
            board.parties().voters().get(0),
            SeededRandom.of("overvote"))
        .encrypting(List.of(List.of(1, 1, 1), List.of(0, 1, 0)))
        .toBytes();
  }

  private static AuditedSetup setup(HeldBoard board) throws Exception {
    return BoardAudit.of(board, board.uuid()).setup();
  }

  private static AuditedTally tally(HeldBoard board) throws Exception {
    BoardAudit audit = BoardAudit.of(board, board.uuid());
    return audit.tally(audit.setup(), SILENT);
  }

  private static void assertSetupRefused(HeldBoard board, String why) {
    assertThatThrownBy(() -> setup(board))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(why);
  }

  private static void assertTallyRefused(HeldBoard board, String why) {
    assertThatThrownBy(() -> tally(board))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(why);
  }

  @Test
  void an_honest_board_gives_the_sums_of_its_last_ballots() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    List<Long> heard = new ArrayList<>();
    BoardAudit audit = BoardAudit.of(board, board.uuid());
    AuditedTally tally = audit.tally(audit.setup(), (checked, all) -> heard.add(checked));
    assertThat(tally.tally()).isEqualTo(board.election().tally());
    assertThat(tally.sized()).isEqualTo(board.election().sizedTally());
    assertThat(heard).endsWith(4L);
    assertThat(tally.setup().fingerprint()).isEqualTo(board.election().election().fingerprint());
  }

  @Test
  void a_frozen_board_passes_before_and_after_everyone_is_ready() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    assertThat(setup(board).board().state().phase()).isEqualTo(Phase.READY);
    assertThat(setup(board.sayReady()).board().state().ready()).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void the_board_of_another_election_is_refused() {
    HeldBoard board = HeldBoard.frozen();
    assertThatThrownBy(() -> BoardAudit.of(board, "AnotherUuid1234"))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("belongs to election");
  }

  @Test
  void a_checkpoint_by_another_key_is_refused() {
    HeldBoard board = HeldBoard.frozen();
    NoteSigner other =
        NoteSigner.of(
            board.log().key().name(), SigningKey.generate(SeededRandom.of("another log")));
    board.publish(honest -> other.sign(honest.checkpoint()));
    assertSetupRefused(board, "not signed by the key in entry 0");
  }

  @Test
  void entries_that_the_signed_root_does_not_cover_are_refused() {
    HeldBoard board = HeldBoard.frozen();
    Checkpoint other =
        new Checkpoint(board.log().key().name(), board.size(), Digest.sha256(new byte[1]));
    board.publish(honest -> board.sign(other));
    assertSetupRefused(board, "do not have the root");
  }

  @Test
  void a_malformed_entry_is_refused() {
    HeldBoard board = HeldBoard.frozen();
    board.rewrite(2, Utf8.encode("{}"));
    assertSetupRefused(board, "entry 2");
  }

  @Test
  void an_entry_out_of_order_is_refused() {
    HeldBoard board = HeldBoard.frozen();
    board.append(new EndBallotsEntry(CLOSES));
    assertSetupRefused(board, "entry 5");
  }

  @Test
  void opening_before_its_time_is_refused() {
    HeldBoard board = HeldBoard.frozen().sayReady();
    board.append(new OpenEntry(OPENS - 1));
    assertSetupRefused(board, "not before");
  }

  @Test
  void a_board_without_setup_is_refused() {
    assertSetupRefused(listed(), "not frozen");
  }

  @Test
  void a_missing_definition_is_refused() {
    HeldBoard board = HeldBoard.frozen();
    board.lose(board.election().election().fingerprint());
    assertSetupRefused(board, "Setup");
  }

  @Test
  void a_list_of_another_length_than_pinned_is_refused() {
    HeldBoard board = listed();
    board.setUp(rules(2, 4));
    assertSetupRefused(board, "length and weight");
  }

  @Test
  void a_manifest_of_another_board_is_refused() {
    assertSetupRefused(
        pinning(m -> with(m, m.credentials(), Digest.sha256(new byte[2]), m.texts())),
        "another board");
  }

  @Test
  void other_credentials_than_the_manifest_pins_are_refused() {
    assertSetupRefused(
        pinning(m -> with(m, Digest.sha256(new byte[2]), m.genesis(), m.texts())),
        "another list of credentials");
  }

  @Test
  void texts_that_differ_from_the_definition_are_refused() {
    HeldBoard board = listed().setUp(RULES, HeldBoard.text("Who not?"), manifest -> manifest);
    assertSetupRefused(board, "none of the languages");
  }

  @Test
  void a_text_in_the_wrong_language_is_refused() {
    assertSetupRefused(
        pinning(
            m ->
                with(
                    m,
                    m.credentials(),
                    m.genesis(),
                    new TreeMap<>(Map.of("fr", m.texts().get("en"))))),
        "does not fit the questions");
  }

  @Test
  void the_same_manifest_without_a_change_passes() throws Exception {
    HeldBoard board = pinning(m -> with(m, m.credentials(), m.genesis(), m.texts()));
    assertThat(setup(board).board().state().phase()).isEqualTo(Phase.READY);
  }

  @Test
  void a_key_that_is_not_the_last_one_of_its_trustee_is_refused() {
    HeldBoard board = HeldBoard.begun().postKeys();
    BoardObject later =
        BoardObject.of(board.parties().secrets().get(0).prove(SeededRandom.of("later")).encode());
    board.append(new TrusteeKeyEntry(1, later.hash()), later);
    assertSetupRefused(board.postCredentials().setUp(), "key of trustee 1");
  }

  @Test
  void a_trustee_who_was_left_out_is_noticed() {
    HeldBoard board = HeldBoard.begun().postKeys();
    BoardObject third = BoardObject.of(Utf8.encode("{}"));
    board.append(new TrusteeKeyEntry(3, third.hash()), third);
    assertSetupRefused(board.postCredentials().setUp(), "leaves out");
  }

  @Test
  void a_later_list_of_credentials_that_is_not_used_is_noticed() {
    HeldBoard board = listed();
    BoardObject later =
        BoardObject.of(
            CredentialList.of(
                    List.of(new PublicCredential(board.parties().voters().get(0).credential(), 1)))
                .encode());
    board.append(new CredentialsEntry(1, later.hash(), board.registrarKey(), 0), later);
    assertSetupRefused(board.setUp(), "last list of credentials");
  }

  @Test
  void another_registrar_than_the_manifest_pins_is_noticed() {
    HeldBoard board = HeldBoard.begun().postKeys();
    BoardObject list = BoardObject.of(board.parties().credentials().encode());
    String key = SigningKey.generate(SeededRandom.of("usurper")).verifyingKey().hex();
    board.append(new CredentialsEntry(3, list.hash(), new RegistrarKey(key), 0), list);
    assertSetupRefused(board.setUp(), "last list of credentials");
  }

  @Test
  void a_ready_statement_about_another_board_is_refused() {
    HeldBoard board = HeldBoard.frozen();
    ReadyContext honest = board.context();
    board.sayReady(
        1,
        new ReadyContext(
            honest.group(), honest.fingerprint(), honest.size(), Digest.sha256(new byte[3])));
    assertSetupRefused(board, "Ready statement in entry 5");
  }

  @Test
  void a_ready_statement_by_another_key_is_refused() throws Exception {
    HeldBoard honest = HeldBoard.frozen();
    honest.sayReady(2, honest.context());
    assertThat(setup(honest).board().state().ready()).containsExactly(2);

    HeldBoard board = HeldBoard.frozen();
    BoardObject statement =
        TrusteeReady.prove(
                board.context(),
                2,
                board.parties().secrets().get(0).secret(),
                SeededRandom.of("impostor"))
            .encode();
    board.append(new TrusteeReadyEntry(2, statement.hash()), statement);
    assertSetupRefused(board, "Ready statement in entry 5");
  }

  @Test
  void a_ballot_with_a_false_proof_is_refused() {
    HeldBoard board = HeldBoard.frozen().sayReady().open();
    board.cast(board.election().ballots().get(1).encode());
    board.cast(overvote(board));
    assertTallyRefused(board.endBallots().sum(), "bad-proof");
  }

  @Test
  void an_invalid_ballot_is_refused_even_if_a_later_one_replaces_it() {
    HeldBoard board = HeldBoard.frozen().sayReady().open();
    board.cast(overvote(board));
    board.election().ballots().forEach(ballot -> board.cast(ballot.encode()));
    assertTallyRefused(board.endBallots().sum(), "entry 9");
  }

  @Test
  void a_ballot_that_is_not_there_is_refused() {
    HeldBoard board = HeldBoard.tallying();
    board.lose(Ballot.tracker(board.election().ballots().get(2).encode()));
    assertTallyRefused(board, "the ballot in entry");
  }

  @Test
  void the_same_ballot_twice_is_refused() {
    HeldBoard board = HeldBoard.frozen().sayReady().vote();
    Digest first = Ballot.tracker(board.election().ballots().get(3).encode());
    board.append(new BallotEntry(first));
    assertTallyRefused(board.endBallots().sum(), "stands twice");
  }

  @Test
  void sums_of_some_of_the_ballots_are_refused() {
    HeldBoard board = HeldBoard.frozen().sayReady().open();
    List<Ballot> ballots = board.election().ballots();
    board.cast(ballots.get(1).encode()).cast(ballots.get(2).encode());
    assertTallyRefused(board.endBallots().sum(), "not those of the ballots");
  }

  @Test
  void other_sums_of_the_right_size_are_refused() {
    HeldBoard board = HeldBoard.frozen().sayReady().vote().endBallots();
    board.sum(new SizedTally(3, 6, Digest.sha256(new byte[4])));
    assertTallyRefused(board, "not those of the ballots");
  }

  @Test
  void fewer_ballots_than_the_rules_demand_are_not_opened() {
    HeldBoard board = listed();
    board.setUp(rules(3, 3)).sayReady().vote().endBallots();
    board.sum(new SizedTally(2, 6, board.election().tally().digest()));
    assertTallyRefused(board, "the rules demand 3");
  }

  @Test
  void exactly_as_many_ballots_as_the_rules_demand_are_opened() throws Exception {
    HeldBoard board = listed();
    board.setUp(rules(3, 3)).sayReady().vote().endBallots().sum();
    assertThat(tally(board).sized().ballots()).isEqualTo(3);
  }

  @Test
  void one_ballot_alone_is_never_opened_whatever_the_rules_allow() {
    HeldBoard board = listed();
    board.setUp(rules(0, 3)).sayReady().open();
    board.cast(board.election().ballots().get(1).encode()).endBallots();
    board.sum(new SizedTally(1, 2, board.election().tally().digest()));
    assertTallyRefused(board, "one ballot alone");
  }

  @Test
  void nothing_is_opened_before_the_sums_stand() {
    assertTallyRefused(HeldBoard.frozen().sayReady().vote(), "the phase OPEN");
  }

  @Test
  void nothing_is_opened_after_a_cancellation() {
    HeldBoard board = HeldBoard.tallying();
    BoardObject reason = BoardObject.of(Utf8.encode("{\"en\":\"Fire.\"}"));
    board.append(new CancelEntry(reason.hash(), CLOSES + 1), reason);
    assertTallyRefused(board, "the phase CANCELLED");
  }
}
