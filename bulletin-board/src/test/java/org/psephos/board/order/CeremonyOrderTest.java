package org.psephos.board.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.psephos.board.entry.AbandonEntry;
import org.psephos.board.entry.BoardEntry;
import org.psephos.board.entry.CancelEntry;
import org.psephos.board.entry.CertificateEntry;
import org.psephos.board.entry.CommitmentEntry;
import org.psephos.board.entry.ComplaintEntry;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.board.entry.DealingEntry;
import org.psephos.board.entry.EntryFixtures;
import org.psephos.board.entry.SetupEntry;
import org.psephos.board.entry.TrusteeKeyEntry;
import org.psephos.board.entry.VerificationKeyEntry;
import org.psephos.board.order.CeremonyAttempt.Status;
import org.psephos.board.order.Violation.Rule;
import org.psephos.crypto.hash.Digest;

class CeremonyOrderTest {

  private static final Digest X = EntryFixtures.hash("x");

  /** 2 of 3, so that a step can be begun, half done and done. */
  private static BoardEntry certificate(int attempt, int index) {
    return new CertificateEntry(attempt, index, X, 3, 2);
  }

  private static BoardEntry commitment(int attempt, int index) {
    return new CommitmentEntry(attempt, X, index);
  }

  private static BoardEntry dealing(int attempt, int index) {
    return new DealingEntry(attempt, index, X);
  }

  private static BoardEntry key(int attempt, int index) {
    return new VerificationKeyEntry(attempt, index, X);
  }

  private static BoardEntry complaint(int attempt, int index, int against) {
    return new ComplaintEntry(against, attempt, index, X);
  }

  private static BoardEntry abandon(int attempt) {
    return new AbandonEntry(attempt, X);
  }

  private static BoardState after(BoardState state, BoardEntry... entries) {
    BoardState last = state;
    for (BoardEntry entry : entries) {
      Step step = last.follow(Event.of(entry));
      assertThat(step).isInstanceOf(BoardState.class);
      last = (BoardState) step;
    }
    return last;
  }

  private static void assertBreaks(Rule rule, BoardState state, BoardEntry... entries) {
    for (BoardEntry entry : entries) {
      assertBreaks(rule, state, Event.of(entry));
    }
  }

  private static void assertBreaks(Rule rule, BoardState state, Event event) {
    assertThat(state.follow(event))
        .isInstanceOfSatisfying(
            Violation.class,
            violation -> {
              assertThat(violation.rule()).isEqualTo(rule);
              assertThat(violation.index()).isEqualTo(state.size());
            });
  }

  private static Event setup() {
    return Event.of(new SetupEntry(X, X), EntryFixtures.rules(), 3);
  }

  private static CeremonyAttempt attempt(BoardState state) {
    return state.attempt().orElseThrow();
  }

  private final BoardState keys = after(BoardState.empty(), EntryFixtures.genesis(1));
  private final BoardState begun = after(keys, certificate(1, 2));
  private final BoardState certified = after(begun, certificate(1, 3), certificate(1, 1));
  private final BoardState committed =
      after(certified, commitment(1, 1), commitment(1, 2), commitment(1, 3));
  private final BoardState dealt = after(committed, dealing(1, 3), dealing(1, 2), dealing(1, 1));
  private final BoardState complete = after(dealt, key(1, 2), key(1, 1), key(1, 3));
  private final BoardState ended = after(dealt, key(1, 2), complaint(1, 3, 2));

  @Nested
  class Attempts {

    @Test
    void the_first_is_number_1_and_begins_with_a_certificate() {
      assertThat(keys.attempt()).isEmpty();
      assertBreaks(Rule.OTHER_ATTEMPT, keys, certificate(2, 1), commitment(1, 1), abandon(1));
      assertThat(attempt(begun).number()).isEqualTo(1);
      assertThat(attempt(begun).size()).isEqualTo(3);
      assertThat(attempt(begun).threshold()).isEqualTo(2);
    }

    @Test
    void the_next_begins_when_the_last_has_ended() {
      for (BoardState state : List.of(begun, certified, committed, dealt, complete)) {
        assertBreaks(Rule.OTHER_ATTEMPT, state, certificate(2, 1));
        BoardState given = after(state, abandon(1));
        assertThat(attempt(given).status()).isEqualTo(Status.ENDED);
        assertThat(attempt(after(given, certificate(2, 1))).number()).isEqualTo(2);
      }
      assertThat(attempt(after(ended, certificate(2, 1))).status()).isEqualTo(Status.UNDER_WAY);
    }

    @Test
    void nothing_follows_the_end_of_an_attempt_but_the_next() {
      assertBreaks(
          Rule.OTHER_ATTEMPT,
          ended,
          key(1, 1),
          complaint(1, 1, 2),
          abandon(1),
          certificate(1, 1),
          certificate(3, 1),
          commitment(2, 1));
      assertThat(attempt(ended).end()).contains((ComplaintEntry) complaint(1, 3, 2));
    }

    @Test
    void the_next_has_its_own_size_and_threshold() {
      BoardState second = after(ended, new CertificateEntry(2, 5, X, 5, 3));
      assertThat(attempt(second).size()).isEqualTo(5);
      assertThat(attempt(second).threshold()).isEqualTo(3);
      assertThat(attempt(second).missing()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void all_certificates_agree_on_size_and_threshold() {
      assertBreaks(
          Rule.OTHER_PARAMETERS,
          begun,
          new CertificateEntry(1, 1, X, 4, 2),
          new CertificateEntry(1, 1, X, 3, 3));
      after(begun, new CertificateEntry(1, 1, X, 3, 2));
    }

    @Test
    void only_members_of_the_group_take_part() {
      assertBreaks(Rule.UNKNOWN_MEMBER, certified, commitment(1, 4));
      assertBreaks(Rule.UNKNOWN_MEMBER, dealt, complaint(1, 1, 4), complaint(1, 4, 1));
      after(dealt, complaint(1, 1, 3));
    }

    @Test
    void keys_of_others_and_lists_stand_at_any_time() {
      for (BoardState state : List.of(keys, begun, committed, dealt, complete, ended)) {
        BoardState same =
            after(
                state,
                new TrusteeKeyEntry(4, X),
                new CredentialsEntry(10, X, EntryFixtures.REGISTRAR, 0));
        assertThat(same.attempt()).isEqualTo(state.attempt());
      }
    }
  }

  @Nested
  class Steps {

    @Test
    void each_member_does_each_step_once() {
      assertBreaks(Rule.REPEATED, begun, certificate(1, 2));
      assertBreaks(Rule.REPEATED, certified, certificate(1, 1));
      assertBreaks(Rule.REPEATED, after(certified, commitment(1, 1)), commitment(1, 1));
      assertBreaks(Rule.REPEATED, after(committed, dealing(1, 1)), dealing(1, 1));
      assertBreaks(Rule.REPEATED, after(dealt, key(1, 1)), key(1, 1));
      assertBreaks(Rule.REPEATED, complete, certificate(1, 1), dealing(1, 2), key(1, 3));
    }

    @Test
    void a_step_waits_for_all_members_to_do_the_one_before() {
      BoardState almost = after(begun, certificate(1, 1));
      assertBreaks(Rule.STEP_NOT_BEGUN, almost, commitment(1, 1), dealing(1, 1), key(1, 1));
      BoardState committing = after(certified, commitment(1, 1), commitment(1, 2));
      assertBreaks(Rule.STEP_NOT_BEGUN, committing, dealing(1, 1), complaint(1, 1, 2));
      BoardState dealing = after(committed, dealing(1, 1), dealing(1, 2));
      assertBreaks(Rule.STEP_NOT_BEGUN, dealing, key(1, 1), complaint(1, 1, 2));
      after(dealing, dealing(1, 3), key(1, 1), complaint(1, 3, 2));
    }

    @Test
    void a_member_that_accepted_its_shares_complains_no_more() {
      BoardState accepted = after(dealt, key(1, 2));
      assertBreaks(Rule.REPEATED, accepted, complaint(1, 2, 1));
      after(accepted, complaint(1, 1, 2));
    }

    @Test
    void the_state_says_whom_a_step_waits_for() {
      assertThat(attempt(begun).step()).isEqualTo(CeremonyStep.CERTIFICATES);
      assertThat(attempt(begun).missing()).containsExactly(1, 3);
      assertThat(attempt(certified).step()).isEqualTo(CeremonyStep.COMMITMENTS);
      assertThat(attempt(certified).missing()).containsExactly(1, 2, 3);
      assertThat(attempt(committed).step()).isEqualTo(CeremonyStep.DEALINGS);
      CeremonyAttempt last = attempt(after(dealt, key(1, 3)));
      assertThat(last.step()).isEqualTo(CeremonyStep.VERIFICATION_KEYS);
      assertThat(last.missing()).containsExactly(1, 2);
      assertThat(last.contributed(CeremonyStep.VERIFICATION_KEYS)).containsExactly(3);
      assertThat(last.status()).isEqualTo(Status.UNDER_WAY);
      assertThat(attempt(complete).status()).isEqualTo(Status.COMPLETE);
      assertThat(attempt(complete).missing()).isEmpty();
      assertThat(attempt(ended).missing()).isEmpty();
    }
  }

  @Nested
  class SettingUp {

    @Test
    void waits_until_no_attempt_is_under_way() {
      for (BoardState state : List.of(begun, certified, committed, dealt)) {
        assertBreaks(Rule.CEREMONY_UNDER_WAY, state, setup());
      }
      for (BoardState state : List.of(keys, complete, ended, after(complete, abandon(1)))) {
        BoardState set = (BoardState) state.follow(setup());
        assertThat(set.phase()).isEqualTo(Phase.READY);
        assertThat(set.attempt()).isEqualTo(state.attempt());
      }
    }

    @Test
    void ends_the_ceremony() {
      BoardState set = (BoardState) complete.follow(setup());
      assertBreaks(Rule.OUT_OF_ORDER, set, abandon(1), certificate(2, 1));
    }

    @Test
    void is_not_needed_to_cancel() {
      assertThat(after(dealt, new CancelEntry(X, 2)).phase()).isEqualTo(Phase.CANCELLED);
    }
  }
}
