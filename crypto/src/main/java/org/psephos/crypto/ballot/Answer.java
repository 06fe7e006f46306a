package org.psephos.crypto.ballot;

import java.util.List;
import java.util.Optional;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.proof.Proof;

/**
 * One voter's encrypted answer to one homomorphic question: a ciphertext per choice, blank first
 * where the question has it, and the proofs that they are allowed. Immutable. Its shape and proofs
 * are not checked here: see {@link BallotChecker}.
 *
 * @param choices one ciphertext per choice
 * @param individualProofs per choice, that it is 0 or 1
 * @param overallProof that the sum is allowed, or that the vote is blank
 * @param blankProof that a blank vote chooses nothing else; present where the question has blank
 */
public record Answer(
    List<Ciphertext> choices,
    List<List<Proof>> individualProofs,
    List<Proof> overallProof,
    Optional<List<Proof>> blankProof) {

  public Answer {
    choices = List.copyOf(choices);
    individualProofs = individualProofs.stream().map(List::copyOf).toList();
    overallProof = List.copyOf(overallProof);
    blankProof = blankProof.map(List::copyOf);
  }

  static Answer of(Layout<Ciphertext, Proof> layout) {
    return new Answer(
        layout.choices(), layout.individualProofs(), layout.overallProof(), layout.blankProof());
  }

  Layout<Ciphertext, Proof> layout() {
    return new Layout<>(choices, individualProofs, overallProof, blankProof);
  }
}
