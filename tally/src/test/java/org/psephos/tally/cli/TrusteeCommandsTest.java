package org.psephos.tally.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.ready.TrusteeReady;
import org.psephos.crypto.ballot.Ballot;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.decryption.Drill;
import org.psephos.crypto.decryption.PartialDecryption;
import org.psephos.crypto.decryption.SizedTally;
import org.psephos.crypto.decryption.StrongDecryptionProof;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.election.ElectionId;
import org.psephos.crypto.fixture.JsonEdit;
import org.psephos.crypto.fixture.SeededRandom;
import org.psephos.crypto.hash.Digest;
import org.psephos.crypto.keyfile.KeyFile;
import org.psephos.crypto.keyfile.KeyFileHeader;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.TrusteeKeyPair;
import org.psephos.tally.aggregation.BallotSum;
import org.psephos.tally.fixture.HeldBoard;
import org.psephos.tally.fixture.StubService;
import org.psephos.tally.fixture.StubService.Answer;

class TrusteeCommandsTest extends TrusteeDesk {

  @Test
  void ready_posts_a_statement_about_the_board_that_was_checked() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    keepKey(board, board.parties().secrets().get(0));
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "ready");
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.out())
          .contains("fingerprint: " + board.election().election().fingerprint().base64())
          .contains("You are trustee 1");
      TrusteeReady ready =
          TrusteeReady.decode(
              BoardObject.of(service.bodies("/ready").get(0)), board.election().election().group());
      assertThat(ready.holds(board.context(), 1, board.parties().secrets().get(0).publicKey()))
          .isTrue();
      assertThat(service.requests().get(0).authorization())
          .isEqualTo("Bearer " + StubService.TOKEN);
    }
  }

  @Test
  void ready_again_is_about_the_same_head_of_the_board() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    keepKey(board, board.parties().secrets().get(0));
    try (StubService service = serving(board)) {
      assertThat(run(service, "ready").status()).isZero();
      long size = board.size();
      board.sayReady(2, board.context());
      assertThat(run(service, "ready").status()).isZero();
      BoardObject second = BoardObject.of(service.bodies("/ready").get(1));
      assertThat(TrusteeReady.decode(second, board.election().election().group()).size())
          .isEqualTo(size);
    }
  }

  @Test
  void ready_is_not_said_twice() throws Exception {
    HeldBoard board = HeldBoard.frozen().sayReady();
    keepKey(board, board.parties().secrets().get(0));
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "ready");
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("said before");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void ready_is_refused_if_the_own_key_is_missing() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    keepKey(
        board,
        TrusteeKeyPair.generate(board.election().election().group(), SeededRandom.of("left out")));
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "ready");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("not among the trustees' keys");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void ready_is_refused_for_another_board_than_the_one_seen_before() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    keepKey(board, board.parties().secrets().get(0));
    try (StubService service = serving(board)) {
      assertThat(run(service, "ready").status()).isZero();
    }
    HeldBoard other = HeldBoard.begun().postKeys().postKeys().postCredentials().setUp();
    try (StubService service = serving(other)) {
      CommandRun run = run(service, "ready");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("not the board");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void a_drill_shows_that_the_key_works_and_decrypts_nothing_of_the_board() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    keepKey(board, board.parties().secrets().get(1));
    String drills = "POST /api/v1/elections/" + board.uuid() + "/drills";
    try (StubService service = serving(board).answer(drills, Answer.of(201, "{}"))) {
      CommandRun run = run(service, "drill");
      assertThat(run.err()).isEmpty();
      assertThat(run.status()).isZero();
      assertThat(run.out()).contains("Your key opens and works.").contains("trustee 2");
      Election election = board.election().election();
      Json.Obj body = JsonEdit.open(service.bodies("/drills").get(0));
      PartialDecryption partial =
          PartialDecryption.decode(
              body.members().get("partial_decryption").toBytes(),
              Drill.sums(election),
              election.group());
      StrongDecryptionProof proof =
          StrongDecryptionProof.decode(body.members().get("proof").toBytes(), election.group());
      Owner owner = board.parties().trustees().owner(2).orElseThrow();
      assertThat(Drill.inspect(election, owner, partial, proof).passed()).isTrue();
    }
  }

  @Test
  void a_drill_with_a_key_that_has_no_part_in_the_election_is_refused() throws Exception {
    HeldBoard board = HeldBoard.frozen();
    keepKey(
        board,
        TrusteeKeyPair.generate(board.election().election().group(), SeededRandom.of("left out")));
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "drill");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("not among the trustees' keys");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void decrypt_posts_once_and_sends_the_same_bytes_again() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    keepKey(board, board.parties().secrets().get(0));
    String post = "POST /api/v1/elections/" + board.uuid() + "/partial-decryptions";
    try (StubService service =
        serving(board)
            .answer(
                post,
                Answer.problem(503, "overloaded"),
                Answer.of(201, "{\"owner\":1,\"done\":true}"))) {
      CommandRun first = run(service, "decrypt", "--yes");
      assertThat(first.status()).isEqualTo(1);
      assertThat(first.err()).contains("overloaded");
      CommandRun second = run(service, "decrypt", "--yes");
      assertThat(second.err()).isEmpty();
      assertThat(second.status()).isZero();
      assertThat(second.out()).contains("sent again").contains("confirms");
      List<byte[]> sent = service.bodies("/partial-decryptions");
      assertThat(sent).hasSize(2);
      assertThat(sent.get(1)).isEqualTo(sent.get(0));
    }
  }

  @Test
  void decrypt_says_what_it_opens_and_asks_first() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    keepKey(board, board.parties().secrets().get(0));
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "decrypt");
      assertThat(run.out()).contains("the sum of 3 ballots with 6 votes, and no single ballot");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("--yes");
      assertThat(service.requests()).isEmpty();
      assertThat(Files.exists(folder.resolve("trustee.key.decryption"))).isFalse();
    }
  }

  @Test
  void a_second_decryption_of_other_sums_is_refused() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    keepKey(board, board.parties().secrets().get(0));
    try (StubService service = serving(board)) {
      assertThat(run(service, "decrypt", "--yes").status()).isZero();
    }
    HeldBoard fewer = HeldBoard.frozen().sayReady().open();
    fewer.cast(fewer.election().ballots().get(0).encode());
    fewer.cast(fewer.election().ballots().get(1).encode()).endBallots();
    sumOwn(fewer);
    try (StubService service = serving(fewer)) {
      CommandRun run = run(service, "decrypt", "--yes");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("other sums before");
      assertThat(service.requests()).isEmpty();
    }
  }

  /** Appends the true sums of what is on the board. */
  private static void sumOwn(HeldBoard board) throws Exception {
    var sum = new BallotSum(board.election().election());
    sum.add(board.election().ballots().get(0), 1);
    sum.add(board.election().ballots().get(1), 2);
    board.sum(sum.sized());
  }

  @Test
  void altered_sums_are_refused_before_the_key_is_opened() throws Exception {
    HeldBoard board = HeldBoard.frozen().sayReady().vote().endBallots();
    board.sum(new SizedTally(3, 6, Digest.sha256(new byte[] {1})));
    keepKey(board, board.parties().secrets().get(0));
    Files.delete(passphrase);
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "decrypt", "--yes");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("not those of the ballots").contains("Nothing was done");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void a_copied_ballot_is_refused() throws Exception {
    HeldBoard board = HeldBoard.frozen().sayReady().vote();
    board.append(new BallotEntry(Ballot.tracker(board.election().ballots().get(0).encode())));
    board.endBallots().sum();
    keepKey(board, board.parties().secrets().get(0));
    try (StubService service = serving(board)) {
      assertThat(run(service, "decrypt", "--yes").err()).contains("stands twice");
    }
  }

  @Test
  void a_fork_of_the_board_seen_at_setup_is_refused() throws Exception {
    HeldBoard frozen = HeldBoard.begun().postKeys().postKeys().postCredentials().setUp();
    keepKey(frozen, frozen.parties().secrets().get(0));
    try (StubService service = serving(frozen)) {
      assertThat(run(service, "ready").status()).isZero();
    }
    try (StubService service = serving(HeldBoard.tallying())) {
      CommandRun run = run(service, "decrypt", "--yes");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("not the board");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void the_key_of_another_election_is_refused() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    TrusteeKeyPair pair = board.parties().secrets().get(0);
    KeyFileHeader header =
        new KeyFileHeader(
            KeyFileHeader.Role.TRUSTEE,
            ElectionId.random(SeededRandom.of("elsewhere")),
            pair.publicKey().encode());
    Files.write(
        key,
        KeyFile.seal(header, pair.exposeSecret(), PASSPHRASE.toCharArray(), SeededRandom.of("seal"))
            .encode());
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "decrypt", "--yes");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("of election");
      assertThat(service.requests()).isEmpty();
    }
  }

  @Test
  void a_wrong_passphrase_decrypts_nothing() throws Exception {
    HeldBoard board = HeldBoard.tallying();
    keepKey(board, board.parties().secrets().get(0));
    Files.write(passphrase, Utf8.encode("incorrect horse"));
    try (StubService service = serving(board)) {
      CommandRun run = run(service, "decrypt", "--yes");
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("does not open").doesNotContain("incorrect");
      assertThat(service.requests()).isEmpty();
    }
  }
}
