package org.psephos.verifier.checks;

import java.util.List;
import java.util.Optional;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.verifier.report.Fault;

/** What was found about one ballot; each finding by itself, so that one defect is one fault. */
sealed interface BallotJudgement {

  /** There is no object to judge. */
  record Missing() implements BallotJudgement {}

  /** It is no ballot of this election; nothing else can be said. */
  record Illegible(Fault fault) implements BallotJudgement {}

  /**
   * It is a ballot of this election.
   *
   * @param listing a fault of the credential
   * @param signature a fault of the signature
   * @param proof a fault of a proof
   * @param revealing whether anyone can read one of its choices
   * @param share what it adds to the sums; empty if its credential has no weight
   */
  record Legible(
      Optional<Fault> listing,
      Optional<Fault> signature,
      Optional<Fault> proof,
      boolean revealing,
      Optional<Share> share)
      implements BallotJudgement {}

  /** A ballot's choices times its weight. */
  record Share(String credential, long weight, List<List<Ciphertext>> choices) {}
}
