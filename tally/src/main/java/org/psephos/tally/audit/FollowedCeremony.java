package org.psephos.tally.audit;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.psephos.board.bundle.BoardSource;
import org.psephos.board.entry.AttemptEntry;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.tally.ceremony.BoardView;
import org.psephos.tally.ceremony.CeremonyView;
import org.psephos.tally.ceremony.Membership;

/**
 * A key ceremony on a board that was followed. Its parts are not inspected; that is what a member
 * does.
 *
 * @param board in order and signed
 * @param view the last attempt
 */
public record FollowedCeremony(FollowedBoard board, CeremonyView view) {

  /**
   * Reads the board as it is now.
   *
   * @param before what was read earlier, if anything was
   * @throws AuditException if the board is not in order, or forgets what it showed before
   */
  public static FollowedCeremony read(
      BoardSource source, Membership member, Optional<FollowedCeremony> before)
      throws IOException, AuditException {
    FollowedBoard board = FollowedBoard.read(source, member.election().value());
    if (before.isPresent()) {
      FollowedBoard earlier = before.get().board;
      AuditException.require(
          board.isExtensionOf(earlier.size(), earlier.root(earlier.size())),
          "the board is not an extension of the one that was shown before");
    }
    List<AttemptEntry> entries = board.all(AttemptEntry.class).stream().map(Placed::entry).toList();
    try {
      return new FollowedCeremony(board, BoardView.of(entries, source, member));
    } catch (DecodingException e) {
      throw AuditException.malformed("the key ceremony", e);
    }
  }
}
