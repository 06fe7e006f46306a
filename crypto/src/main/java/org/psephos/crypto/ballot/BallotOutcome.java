package org.psephos.crypto.ballot;

import java.util.List;
import java.util.Locale;
import org.psephos.crypto.codec.DecodingException;
import org.psephos.crypto.hash.Digest;

/** What {@link BallotChecker} says about a ballot. */
public sealed interface BallotOutcome {

  /**
   * The ballot is valid: the last of its credential counts.
   *
   * @param ballot what was read
   * @param tracker SHA-256 of the bytes
   * @param weight how many votes it counts for
   * @param revealing places of ciphertexts whose alpha is the identity. They were encrypted without
   *     randomness, so everybody can read them; honest devices never make them. A box for ballots
   *     refuses such a ballot, a verifier reports it.
   */
  record Valid(Ballot ballot, Digest tracker, long weight, List<String> revealing)
      implements BallotOutcome {
    public Valid {
      revealing = List.copyOf(revealing);
    }
  }

  /**
   * The ballot is not valid.
   *
   * @param reason the first thing that is wrong, in the order of the checks
   * @param path where, for example {@code answers[1].overall_proof}
   */
  record Refused(Reason reason, String path) implements BallotOutcome {

    static Refused because(DecodingException e) {
      return new Refused(
          switch (e.reason()) {
            case MALFORMED -> Reason.MALFORMED;
            case NOT_CANONICAL -> Reason.NOT_CANONICAL;
            case NOT_IN_GROUP -> Reason.NOT_IN_GROUP;
            case TOO_LARGE -> Reason.TOO_LARGE;
          },
          e.path());
    }
  }

  /** Why a ballot is refused; a closed list that appears in the API. */
  enum Reason {
    /** The bytes are no ballot. */
    MALFORMED,
    /** A limit on size is broken. */
    TOO_LARGE,
    /** It is a ballot in a spelling that is not allowed. */
    NOT_CANONICAL,
    /** It names another election, or another state of this one. */
    WRONG_ELECTION,
    /** The number of answers, choices or proofs is not what the questions demand. */
    WRONG_SHAPE,
    /** The credential is not on the list. */
    UNKNOWN_CREDENTIAL,
    /** The signature is not over this ballot or not by this credential. */
    BAD_SIGNATURE,
    /** An element is not a member of the group. */
    NOT_IN_GROUP,
    /** A proof does not hold. */
    BAD_PROOF;

    /** The name in problems and reports, for example {@code not-canonical}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
