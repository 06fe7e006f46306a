package org.psephos.api.ceremony;

import java.util.List;
import java.util.Optional;
import org.psephos.api.election.BeforeSetup;
import org.psephos.api.election.Code;
import org.psephos.api.election.Draft;
import org.psephos.api.election.RefusedException;
import org.psephos.api.election.ThresholdGroup;
import org.psephos.board.ceremony.AttemptRecord;
import org.psephos.board.log.BulletinBoard;
import org.psephos.board.store.StoreUnavailableException;
import org.psephos.crypto.ceremony.Ceremony;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Groups;
import org.psephos.crypto.trustee.Certificate;

/**
 * One member's turn to send something in an attempt: who it is and what stands on the board.
 *
 * @param index of the member
 * @param attempts all that stand, the last one last
 * @param ceremony what the attempt of this turn is about
 */
record Turn(
    BulletinBoard board, Group group, Ceremony ceremony, int index, List<AttemptRecord> attempts) {

  Turn {
    attempts = List.copyOf(attempts);
  }

  /**
   * Reads the board for a trustee.
   *
   * @throws RefusedException if the trustee is no member of a threshold group
   */
  static Turn of(BulletinBoard board, Draft draft, Sender sender)
      throws RefusedException, StoreUnavailableException {
    ThresholdGroup agreed = agreed(draft);
    int index =
        agreed
            .index(sender.trustee().owner(), draft.trustees().size())
            .orElseThrow(() -> alone(sender.trustee().owner()));
    Group group = group(draft);
    List<AttemptRecord> attempts = BeforeSetup.read(board.reads()).attempts(board, group);
    Ceremony ceremony =
        new Ceremony(draft.uuid(), sender.attempt(), group, agreed.size(), agreed.threshold());
    return new Turn(board, group, ceremony, index, attempts);
  }

  static ThresholdGroup agreed(Draft draft) throws RefusedException {
    return draft
        .thresholdGroup()
        .orElseThrow(
            () -> new RefusedException(Code.WRONG_STATE, "this election has no threshold group"));
  }

  private static RefusedException alone(int owner) {
    return new RefusedException(
        Code.WRONG_STATE,
        "trustee " + owner + " holds a key alone and takes no part in a ceremony");
  }

  private static Group group(Draft draft) {
    try {
      return Groups.named(draft.group());
    } catch (DecodingException e) {
      throw new IllegalStateException("a draft names a known group", e);
    }
  }

  /** What stands of the attempt of this turn. */
  Optional<AttemptRecord> record() {
    return attempts.stream().filter(record -> record.number() == ceremony.attempt()).findFirst();
  }

  /**
   * What stands of the attempt of this turn.
   *
   * @throws RefusedException if nothing does
   */
  AttemptRecord begun() throws RefusedException {
    return record()
        .orElseThrow(
            () ->
                new RefusedException(
                    Code.WRONG_STATE, "attempt " + ceremony.attempt() + " has not begun"));
  }

  /** The certificates of other members and of earlier attempts. */
  List<Certificate> otherCertificates() {
    return attempts.stream().flatMap(record -> record.certificates().values().stream()).toList();
  }
}
