package org.psephos.verifier.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.psephos.board.note.Checkpoint;
import org.psephos.board.note.NoteSigner;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.hash.Digest;
import org.psephos.verifier.fixture.ElectionScript;
import org.psephos.verifier.fixture.Published;
import org.psephos.verifier.fixture.Step;
import org.psephos.verifier.record.Document;
import org.psephos.verifier.record.Inputs;
import org.psephos.verifier.report.CheckId;
import org.psephos.verifier.report.Finding;
import org.psephos.verifier.report.Line;
import org.psephos.verifier.report.Outcome;
import org.psephos.verifier.report.Verdict;
import org.psephos.verifier.report.Warning;

/** What the user brings along is compared with the board. */
class InputsTest {

  private final ElectionScript script = ElectionScript.fast();
  private final Published board = script.hold();

  @Nested
  class Fingerprints {

    @Test
    void the_announced_one_passes() throws IOException {
      Verdict verdict = verify(fingerprint(script.election.fingerprint()));
      assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
      assertThat(verdict.lines()).contains(new Line(CheckId.V10, new Finding.Passed(1)));
      assertThat(codes(verdict)).doesNotContain("fingerprint-not-compared");
    }

    @Test
    void another_one_fails() throws IOException {
      assertThat(verify(fingerprint(Digest.sha256("another"))).failed())
          .containsExactly(CheckId.V10);
    }

    @Test
    void without_one_the_report_says_so() throws IOException {
      assertThat(codes(verify(Inputs.NONE))).contains("fingerprint-not-compared");
    }
  }

  @Nested
  class Receipts {

    private static final int FIRST_BALLOT = 9;

    @Test
    void receipts_from_any_time_pass() throws IOException {
      Verdict verdict =
          verify(receipts(receipt(board, 0, 10), receipt(board, 2, 12), receipt(board, 4, 21)));
      assertThat(verdict.outcome()).as(Verdicts.describe(verdict)).isEqualTo(Outcome.VERIFIED);
      assertThat(verdict.lines()).contains(new Line(CheckId.V27, new Finding.Passed(3)));
    }

    @Test
    void one_for_a_ballot_at_another_place_fails() throws IOException {
      Digest tracker = Digest.sha256(script.ballots.get(1));
      byte[] file =
          board
              .receipt(script.election.fingerprint(), tracker, FIRST_BALLOT, board.size())
              .toBytes();
      assertFails(file);
    }

    @Test
    void one_from_a_board_that_had_another_ballot_there_fails() throws IOException {
      ElectionScript other = ElectionScript.fast().before(Step.VOTE, s -> s.cast(s.honest(4, 1)));
      Published fork = other.hold();
      byte[] file =
          fork.receipt(
                  other.election.fingerprint(),
                  Digest.sha256(other.ballots.get(0)),
                  FIRST_BALLOT,
                  fork.size())
              .toBytes();
      assertFails(file);
    }

    @Test
    void one_from_a_longer_board_fails() throws IOException {
      byte[] file = receipt(board, 4, board.size()).toByteArray();
      Verdict verdict = Verdicts.of(board.files(16), receipts(new Document("late", file)), 1);
      assertThat(verdict.failed()).containsExactly(CheckId.V27);
    }

    @Test
    void one_by_another_key_fails() throws IOException {
      byte[] honest = receipt(board, 0, 10).toByteArray();
      String text = Edit.utf8(honest);
      int end = text.lastIndexOf('\n', text.length() - 2);
      Checkpoint head = board.checkpoint(10).checkpoint();
      String forged =
          Edit.utf8(NoteSigner.of(script.log.key().name(), script.registrar).sign(head).toBytes());
      assertFails(
          Utf8.encode(text.substring(0, end + 1) + forged.substring(forged.lastIndexOf('—'))));
    }

    @Test
    void something_that_is_no_receipt_fails() throws IOException {
      assertFails(Utf8.encode("a receipt"));
    }

    @Test
    void a_bad_one_does_not_hide_good_ones() throws IOException {
      Verdict verdict = verify(receipts(receipt(board, 0, 10), new Document("bad", new byte[0])));
      assertThat(verdict.lines())
          .anySatisfy(
              line -> {
                assertThat(line.check()).isEqualTo(CheckId.V27);
                assertThat(line.finding().expected()).isEqualTo(2);
                assertThat(line.finding().passed()).isEqualTo(1);
              });
    }

    private void assertFails(byte[] file) throws IOException {
      Verdict verdict = verify(receipts(new Document("mine.tlog-proof", file)));
      assertThat(verdict.failed()).containsExactly(CheckId.V27);
    }

    private Document receipt(Published from, int ballot, int size) {
      Digest tracker = Digest.sha256(script.ballots.get(ballot));
      return new Document(
          "receipt " + ballot,
          from.receipt(script.election.fingerprint(), tracker, FIRST_BALLOT + ballot, size)
              .toBytes());
    }

    private Inputs receipts(Document... files) {
      return new Inputs(Optional.empty(), List.of(files), Optional.empty());
    }
  }

  @Nested
  class EarlierCheckpoints {

    @Test
    void one_of_this_board_passes() throws IOException {
      for (int size = 1; size <= board.size(); size++) {
        Verdict verdict = verify(earlier(board.checkpoint(size).toBytes()));
        assertThat(verdict.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(verdict.lines()).contains(new Line(CheckId.V28, new Finding.Passed(1)));
      }
    }

    @Test
    void one_of_a_fork_fails() throws IOException {
      ElectionScript other = ElectionScript.fast().before(Step.VOTE, s -> s.cast(s.honest(4, 1)));
      Published fork = other.hold();
      assertThat(verify(earlier(fork.checkpoint(fork.size() - 1).toBytes())).failed())
          .containsExactly(CheckId.V28);
    }

    @Test
    void one_of_a_longer_board_fails() throws IOException {
      byte[] later = board.checkpoint(board.size()).toBytes();
      assertThat(Verdicts.of(board.files(16), earlier(later), 1).failed())
          .containsExactly(CheckId.V28);
    }

    @Test
    void one_by_another_key_fails() throws IOException {
      Checkpoint head = board.checkpoint(10).checkpoint();
      NoteSigner wrong = NoteSigner.of(script.log.key().name(), script.registrar);
      assertThat(verify(earlier(wrong.sign(head).toBytes())).failed()).containsExactly(CheckId.V28);
    }

    @Test
    void something_that_is_no_checkpoint_fails() throws IOException {
      assertThat(verify(earlier(new byte[0])).failed()).containsExactly(CheckId.V28);
    }

    private Inputs earlier(byte[] note) {
      return new Inputs(Optional.empty(), List.of(), Optional.of(new Document("checkpoint", note)));
    }
  }

  private Verdict verify(Inputs inputs) throws IOException {
    return Verdicts.of(board.files(), inputs, 2);
  }

  private static Inputs fingerprint(Digest expected) {
    return new Inputs(Optional.of(expected), List.of(), Optional.empty());
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.warnings().stream().map(Warning::code).toList();
  }
}
