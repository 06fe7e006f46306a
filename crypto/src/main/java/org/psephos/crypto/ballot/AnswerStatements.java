package org.psephos.crypto.ballot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.proof.Disjunction;
import org.psephos.crypto.proof.Disjunction.Statement;

/**
 * What an answer must prove (protocol §7), from the question and the ciphertexts alone: bounds are
 * never taken from a ballot. Prover and verifier both start here.
 */
final class AnswerStatements {

  private final Group group;
  private final Question.Homomorphic question;
  private final String context;
  private final List<Ciphertext> choices;

  /** The context with all ciphertexts of the answer. */
  private final String contextAndChoices;

  /**
   * @param context the election's fingerprint and the voter's credential
   * @param choices as many as the question has
   */
  AnswerStatements(
      Group group, Question.Homomorphic question, String context, List<Ciphertext> choices) {
    this.group = group;
    this.question = question;
    this.context = context;
    this.choices = choices;
    this.contextAndChoices =
        context + "|" + choices.stream().map(Ciphertext::encode).collect(Collectors.joining(","));
  }

  /** The choice is 0 or 1. */
  Statement individual(int choice) {
    Ciphertext ciphertext = choices.get(choice);
    return new Statement(
        "prove|" + context + "|" + ciphertext.encode() + "|", lessEach(ciphertext, 0, 1));
  }

  /** The blank choice is 0, or the sum of the others is. */
  Statement blank() {
    return new Statement(
        "bproof0|" + contextAndChoices + "|", List.of(choices.get(0), sum(choices, 1)));
  }

  /** The sum is between min and max, or, where the question has blank, the blank choice is 1. */
  Statement overall() {
    if (!question.blank()) {
      Ciphertext sum = sum(choices, 0);
      return new Statement(
          "prove|" + contextAndChoices + "|" + sum.encode() + "|",
          lessEach(sum, question.min(), question.max()));
    }
    List<Ciphertext> branches = new ArrayList<>();
    branches.add(choices.get(0).minusPlaintext(group.generator()));
    branches.addAll(lessEach(sum(choices, 1), question.min(), question.max()));
    return new Statement("bproof1|" + contextAndChoices + "|", branches);
  }

  /** The first proof that does not hold; the answer has the shape that the question demands. */
  Optional<String> firstFalse(PublicKey key, Answer answer) {
    for (int i = 0; i < choices.size(); i++) {
      if (!Disjunction.verify(individual(i), key, answer.individualProofs().get(i))) {
        return Optional.of("individual_proofs[" + i + "]");
      }
    }
    if (question.blank() && !Disjunction.verify(blank(), key, answer.blankProof().orElseThrow())) {
      return Optional.of("blank_proof");
    }
    return Disjunction.verify(overall(), key, answer.overallProof())
        ? Optional.empty()
        : Optional.of("overall_proof");
  }

  /** The ciphertext less first, first + 1, …, last. */
  private List<Ciphertext> lessEach(Ciphertext ciphertext, int first, int last) {
    List<Ciphertext> branches = new ArrayList<>(last - first + 1);
    Element one = group.generator();
    Ciphertext less = ciphertext;
    if (first > 0) {
      less = less.minusPlaintext(group.generatorBase().times(group.scalar(first)));
    }
    branches.add(less);
    for (int number = first + 1; number <= last; number++) {
      less = less.minusPlaintext(one);
      branches.add(less);
    }
    return branches;
  }

  private Ciphertext sum(List<Ciphertext> ciphertexts, int from) {
    Ciphertext sum = Ciphertext.identity(group);
    for (Ciphertext ciphertext : ciphertexts.subList(from, ciphertexts.size())) {
      sum = sum.plus(ciphertext);
    }
    return sum;
  }
}
