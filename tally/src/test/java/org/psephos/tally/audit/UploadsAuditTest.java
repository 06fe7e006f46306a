package org.psephos.tally.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.psephos.board.entry.BoardObject;
import org.psephos.board.entry.CredentialsEntry;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.credential.CredentialList;
import org.psephos.crypto.hash.Digest;
import org.psephos.tally.fixture.HeldBoard;

/** Who uses a secret sees how many codes were replaced before Setup, and the number is true. */
class UploadsAuditTest {

  /** A list of two, of which one line is still in the list of three that replaces it. */
  private static HeldBoard replacing(long count, long saidToBeReissued) {
    HeldBoard board = HeldBoard.begun().postKeys();
    CredentialList list = board.parties().credentials();
    String earlier =
        "[\""
            + list.credential(0)
            + ","
            + list.weight(0)
            + "\",\""
            + list.credential(1)
            + ","
            + (list.weight(1) + 1)
            + "\"]";
    BoardObject first = BoardObject.of(Utf8.encode(earlier));
    board.append(new CredentialsEntry(count, first.hash(), board.registrarKey(), 0), first);
    BoardObject second = BoardObject.of(list.encode());
    board.append(
        new CredentialsEntry(list.size(), second.hash(), board.registrarKey(), saidToBeReissued),
        second);
    return board.setUp();
  }

  private static void assertRefused(HeldBoard board, String why) {
    assertThatThrownBy(() -> BoardAudit.of(board, board.uuid()).setup())
        .isInstanceOf(AuditException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_true_number_passes() throws Exception {
    HeldBoard board = replacing(2, 1);
    assertThat(BoardAudit.of(board, board.uuid()).setup().credentials().size()).isEqualTo(3);
  }

  @Test
  void a_number_that_hides_or_invents_codes_made_anew_is_refused() {
    assertRefused(replacing(2, 0), "another number of codes made anew");
    assertRefused(replacing(2, 2), "another number of codes made anew");
  }

  @Test
  void a_replaced_list_is_as_long_as_it_says_and_is_there() {
    assertRefused(replacing(3, 1), "another length");
    HeldBoard lost = HeldBoard.begun().postKeys();
    lost.append(new CredentialsEntry(1, Digest.sha256("never kept"), lost.registrarKey(), 0));
    CredentialList list = lost.parties().credentials();
    BoardObject second = BoardObject.of(list.encode());
    lost.append(new CredentialsEntry(list.size(), second.hash(), lost.registrarKey(), 1), second);
    assertRefused(lost.setUp(), "the list in entry 3");
  }
}
