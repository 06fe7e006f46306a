package org.psephos.api.election;

import java.util.Optional;
import org.psephos.api.limits.CastingLimits;
import org.psephos.crypto.ballot.BallotOutcome;
import org.psephos.crypto.ballot.BallotOutcome.Reason;
import org.psephos.crypto.ballot.BallotOutcome.Refused;
import org.psephos.crypto.ballot.BallotOutcome.Valid;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.codec.Json;
import org.psephos.crypto.codec.JsonParser;
import org.psephos.crypto.codec.Limits;

/** Judges a ballot and charges its credential for the work, once its signature was good. */
final class BallotJudge {

  private BallotJudge() {}

  /**
   * The outcome, unless the credential has sent too many ballots lately.
   *
   * @throws RefusedException in that case
   */
  static BallotOutcome judge(Frozen frozen, byte[] ballot, CastingLimits limits)
      throws RefusedException {
    Optional<String> claimed = credential(ballot);
    if (claimed.isPresent() && limits.isSpent(claimed.get())) {
      throw new RefusedException(
          Code.TOO_MANY_REQUESTS, "too many ballots of this credential; try again soon");
    }
    BallotOutcome outcome = frozen.checker().check(ballot);
    if (outcome instanceof Valid || wasSigned(((Refused) outcome).reason())) {
      claimed.ifPresent(limits::signed);
    }
    return outcome;
  }

  /** The credential that the bytes name, whether rightly or not. */
  private static Optional<String> credential(byte[] ballot) {
    try {
      Json json = JsonParser.parse(ballot, Limits.OBJECT);
      return json instanceof Json.Obj object
              && object.members().get("credential") instanceof Json.Text text
          ? Optional.of(text.value())
          : Optional.empty();
    } catch (DecodingException e) {
      return Optional.empty();
    }
  }

  /** Whether the checks went past the signature before they failed. */
  static boolean wasSigned(Reason reason) {
    return reason == Reason.BAD_PROOF || reason == Reason.NOT_IN_GROUP;
  }

  static Code code(Reason reason) {
    return switch (reason) {
      case MALFORMED -> Code.MALFORMED;
      case TOO_LARGE -> Code.TOO_LARGE;
      case NOT_CANONICAL -> Code.NOT_CANONICAL;
      case WRONG_ELECTION -> Code.WRONG_ELECTION;
      case WRONG_SHAPE -> Code.WRONG_SHAPE;
      case UNKNOWN_CREDENTIAL -> Code.UNKNOWN_CREDENTIAL;
      case BAD_SIGNATURE -> Code.BAD_SIGNATURE;
      case NOT_IN_GROUP -> Code.NOT_IN_GROUP;
      case BAD_PROOF -> Code.BAD_PROOF;
    };
  }
}
