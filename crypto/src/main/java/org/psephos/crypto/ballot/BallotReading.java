package org.psephos.crypto.ballot;

import java.util.List;
import org.psephos.crypto.hash.Digest;

/** What {@link BallotChecker#read} found. */
public sealed interface BallotReading {

  /**
   * A ballot of the election, with the shape of its questions.
   *
   * @param ballot what was read
   * @param tracker SHA-256 of the bytes
   * @param revealing see {@link BallotOutcome.Valid}
   */
  record Legible(Ballot ballot, Digest tracker, List<String> revealing) implements BallotReading {
    public Legible {
      revealing = List.copyOf(revealing);
    }
  }

  /**
   * Not a ballot of the election.
   *
   * @param refused what is wrong and where
   */
  record Illegible(BallotOutcome.Refused refused) implements BallotReading {}
}
