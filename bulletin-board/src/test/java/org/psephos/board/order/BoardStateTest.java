package org.psephos.board.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.AmendmentEntry;
import org.psephos.board.entry.AmendmentEntry.Booth;
import org.psephos.board.entry.AmendmentEntry.Closes;
import org.psephos.board.entry.AttestationEntry;
import org.psephos.board.entry.BallotEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.DecryptionProofEntry;
import org.psephos.board.entry.EncryptedTallyEntry;
import org.psephos.board.entry.EndBallotsEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.EntryType;
import org.psephos.board.entry.OpenEntry;
import org.psephos.board.entry.PartialDecryptionEntry;
import org.psephos.board.entry.RegistrarReadyEntry;
import org.psephos.board.entry.ResultEntry;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeReadyEntry;
import org.psephos.board.order.Violation.Rule;
import org.psephos.crypto.hash.Digest;

class BoardStateTest {

  private static final Digest X = EntryFixtures.hash("x");
  private static final long OPENS = EntryFixtures.OPENS;
  private static final long CLOSES = EntryFixtures.CLOSES;

  private static BoardState after(BoardState state, Event... events) {
    BoardState last = state;
    for (Event event : events) {
      Step step = last.follow(event);
      assertThat(step).isInstanceOf(BoardState.class);
      last = (BoardState) step;
    }
    return last;
  }

  private static Event of(BoardEntry entry) {
    return Event.of(entry);
  }

  private static void assertBreaks(Rule rule, BoardState state, Event event) {
    assertThat(state.follow(event))
        .isInstanceOfSatisfying(
            Violation.class,
            violation -> {
              assertThat(violation.rule()).isEqualTo(rule);
              assertThat(violation.index()).isEqualTo(state.size());
              assertThat(violation.type()).isEqualTo(event.entry().type());
            });
  }

  private static BoardState setUp() {
    return after(
        BoardState.empty(),
        of(EntryFixtures.genesis(OPENS - 100)),
        Event.of(new SetupEntry(X, X), EntryFixtures.rules(), 2));
  }

  private static BoardState readied() {
    return after(
        setUp(),
        of(new TrusteeReadyEntry(2, X)),
        of(new RegistrarReadyEntry(X)),
        of(new TrusteeReadyEntry(1, X)));
  }

  private static BoardState opened() {
    return after(readied(), of(new OpenEntry(OPENS)));
  }

  private static BoardState tallying() {
    return after(opened(), of(new EndBallotsEntry(CLOSES)), of(new EncryptedTallyEntry(X)));
  }

  @Nested
  class Opening {

    @Test
    void waits_for_every_trustee_and_the_registrar() {
      Event open = of(new OpenEntry(OPENS));
      BoardState one = after(setUp(), of(new TrusteeReadyEntry(2, X)));
      assertThat(one.missing()).containsExactly(1);
      BoardState trustees = after(one, of(new TrusteeReadyEntry(1, X)));
      BoardState noTrustee = after(one, of(new RegistrarReadyEntry(X)));
      assertBreaks(Rule.NOT_READY, one, open);
      assertBreaks(Rule.NOT_READY, trustees, open);
      assertBreaks(Rule.NOT_READY, noTrustee, open);
      assertThat(trustees.allReady()).isFalse();
      assertThat(readied().allReady()).isTrue();
      assertThat(after(readied(), open).phase()).isEqualTo(Phase.OPEN);
    }

    @Test
    void waits_for_its_time() {
      assertBreaks(Rule.OPENS_EARLY, readied(), of(new OpenEntry(OPENS - 1)));
      assertThat(opened().time()).isEqualTo(OPENS);
    }

    @Test
    void each_is_ready_once_and_is_somebody() {
      BoardState state = after(setUp(), of(new TrusteeReadyEntry(2, X)));
      assertBreaks(Rule.REPEATED, state, of(new TrusteeReadyEntry(2, X)));
      assertBreaks(Rule.UNKNOWN_OWNER, state, of(new TrusteeReadyEntry(3, X)));
      assertBreaks(Rule.REPEATED, readied(), of(new RegistrarReadyEntry(X)));
    }
  }

  @Nested
  class Voting {

    @Test
    void ballots_are_counted_with_those_that_are_replaced() {
      BoardState state = after(opened(), of(new BallotEntry(X)), of(new BallotEntry(X)));
      assertThat(state.ballots()).isEqualTo(2);
    }

    @Test
    void closing_time_only_moves_to_later() {
      BoardState later =
          after(opened(), of(new AmendmentEntry(new Closes(CLOSES + 10), OPENS + 1)));
      assertThat(later.closes()).isEqualTo(CLOSES + 10);
      for (long closes : new long[] {CLOSES + 10, CLOSES + 9, CLOSES}) {
        assertBreaks(Rule.NOT_LATER, later, of(new AmendmentEntry(new Closes(closes), OPENS + 2)));
      }
    }

    @Test
    void the_end_waits_for_its_time_as_amended() {
      assertBreaks(Rule.CLOSES_EARLY, opened(), of(new EndBallotsEntry(CLOSES - 1)));
      BoardState later =
          after(opened(), of(new AmendmentEntry(new Closes(CLOSES + 10), OPENS + 1)));
      assertBreaks(Rule.CLOSES_EARLY, later, of(new EndBallotsEntry(CLOSES)));
      assertThat(after(later, of(new EndBallotsEntry(CLOSES + 10))).phase())
          .isEqualTo(Phase.CLOSED);
    }

    @Test
    void times_never_decrease() {
      BoardState state = after(opened(), of(new AmendmentEntry(new Booth(X), OPENS + 7)));
      assertBreaks(Rule.TIME_DECREASES, state, of(new AmendmentEntry(new Booth(X), OPENS + 6)));
      assertBreaks(Rule.TIME_DECREASES, state, of(new CancelEntry(X, OPENS)));
      assertThat(after(state, of(new AmendmentEntry(new Booth(X), OPENS + 7))).time())
          .isEqualTo(OPENS + 7);
    }

    @Test
    void no_ballot_stands_before_opening_or_after_the_end() {
      assertBreaks(Rule.OUT_OF_ORDER, readied(), of(new BallotEntry(X)));
      assertBreaks(Rule.OUT_OF_ORDER, tallying(), of(new BallotEntry(X)));
    }

    @Test
    void nothing_is_decrypted_while_ballots_are_taken() {
      assertBreaks(Rule.OUT_OF_ORDER, opened(), Event.of(new PartialDecryptionEntry(X), 1));
      assertBreaks(Rule.OUT_OF_ORDER, opened(), of(new EncryptedTallyEntry(X)));
    }
  }

  @Nested
  class Tallying {

    private final BoardState awaiting =
        after(tallying(), Event.of(new PartialDecryptionEntry(X), 2));

    @Test
    void a_proof_follows_its_partial_decryption_at_once() {
      assertBreaks(Rule.PROOF_MISSING, awaiting, of(new AttestationEntry(X)));
      assertBreaks(Rule.PROOF_MISSING, awaiting, Event.of(new PartialDecryptionEntry(X), 1));
      assertBreaks(Rule.PROOF_MISSING, awaiting, of(new ResultEntry(X)));
      assertBreaks(Rule.PROOF_MISSING, awaiting, of(new CancelEntry(X, CLOSES)));
      assertBreaks(Rule.OTHER_OWNER, awaiting, Event.of(new DecryptionProofEntry(X), 1));
      assertThat(after(awaiting, Event.of(new DecryptionProofEntry(X), 2)).decrypted())
          .containsExactly(2);
    }

    @Test
    void a_proof_alone_is_out_of_order() {
      assertBreaks(Rule.OUT_OF_ORDER, tallying(), Event.of(new DecryptionProofEntry(X), 1));
    }

    @Test
    void each_trustee_decrypts_once() {
      BoardState once = after(awaiting, Event.of(new DecryptionProofEntry(X), 2));
      assertBreaks(Rule.REPEATED, once, Event.of(new PartialDecryptionEntry(X), 2));
      assertBreaks(Rule.UNKNOWN_OWNER, once, Event.of(new PartialDecryptionEntry(X), 3));
      assertThat(after(once, Event.of(new PartialDecryptionEntry(X), 1)).decrypted()).hasSize(1);
    }

    @Test
    void a_result_needs_a_partial_decryption() {
      assertBreaks(Rule.OUT_OF_ORDER, tallying(), of(new ResultEntry(X)));
    }
  }

  @Test
  void an_event_whose_facts_are_missing_cannot_be_made() {
    assertThatThrownBy(() -> Event.of((BoardEntry) new SetupEntry(X, X)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_kind_of_entry_has_its_phase() {
    for (EntryType type : EntryType.values()) {
      assertThat(Phase.values()).anyMatch(phase -> Grammar.next(phase).contains(type));
    }
  }
}
