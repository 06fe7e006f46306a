package org.psephos.crypto.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.election.Question;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.group.SecretScope;
import org.psephos.crypto.proof.Disjunction;
import org.psephos.crypto.proof.Disjunction.Opening;
import org.psephos.crypto.proof.Proof;

/**
 * Encrypts one voter's choices and proves them. Which operations run depends on the question and
 * not on the choices.
 */
final class AnswerMaker {

  private final PublicKey key;
  private final Question.Homomorphic question;
  private final List<Integer> choices;
  private final SecureRandom random;
  private final SecretScope secrets;
  private final List<SecretScalar> randomness = new ArrayList<>();
  private final AnswerStatements statements;
  private final List<Ciphertext> ciphertexts = new ArrayList<>();

  private AnswerMaker(
      PublicKey key,
      Question.Homomorphic question,
      List<Integer> choices,
      String context,
      SecureRandom random,
      SecretScope secrets) {
    this.key = key;
    this.question = question;
    this.choices = choices;
    this.random = random;
    this.secrets = secrets;
    Group group = key.group();
    for (int choice : choices) {
      SecretScalar fresh = secrets.keep(group.randomSecret(random));
      randomness.add(fresh);
      ciphertexts.add(key.encrypt(secrets.keep(group.secret(choice)), fresh));
    }
    this.statements = new AnswerStatements(group, question, context, ciphertexts);
  }

  /** Makes an answer from choices that the question permits. */
  static Answer make(
      PublicKey key,
      Question.Homomorphic question,
      List<Integer> choices,
      String context,
      SecureRandom random) {
    try (SecretScope secrets = new SecretScope()) {
      AnswerMaker maker = new AnswerMaker(key, question, choices, context, random, secrets);
      return new Answer(
          maker.ciphertexts,
          maker.individualProofs(),
          question.blank() ? maker.overallOrBlankProof() : maker.overallProof(),
          question.blank() ? Optional.of(maker.blankProof()) : Optional.empty());
    }
  }

  private List<List<Proof>> individualProofs() {
    List<List<Proof>> proofs = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      int choice = choices.get(i);
      List<Opening> openings =
          List.of(
              new Opening(randomness.get(i), choice), new Opening(randomness.get(i), choice - 1));
      proofs.add(prove(statements.individual(i), openings, choice));
    }
    return proofs;
  }

  private List<Proof> blankProof() {
    int blank = choices.get(0);
    List<Opening> openings =
        List.of(new Opening(randomness.get(0), blank), new Opening(sumFrom(1), countFrom(1)));
    return prove(statements.blank(), openings, blank);
  }

  private List<Proof> overallProof() {
    int sum = countFrom(0);
    return prove(statements.overall(), sums(sumFrom(0), sum), sum - question.min());
  }

  private List<Proof> overallOrBlankProof() {
    int blank = choices.get(0);
    int sum = countFrom(1);
    List<Opening> openings = new ArrayList<>();
    openings.add(new Opening(randomness.get(0), blank - 1));
    openings.addAll(sums(sumFrom(1), sum));
    return prove(statements.overall(), openings, (1 - blank) * (1 + sum - question.min()));
  }

  private List<Opening> sums(SecretScalar sumOfRandomness, int sum) {
    List<Opening> openings = new ArrayList<>();
    for (int number = question.min(); number <= question.max(); number++) {
      openings.add(new Opening(sumOfRandomness, sum - number));
    }
    return openings;
  }

  private List<Proof> prove(
      Disjunction.Statement statement, List<Opening> openings, int trueBranch) {
    return Disjunction.prove(statement.prefix(), key, openings, trueBranch, random);
  }

  private SecretScalar sumFrom(int first) {
    SecretScalar sum = secrets.keep(key.group().secret(0));
    for (SecretScalar one : randomness.subList(first, randomness.size())) {
      sum = secrets.keep(sum.plus(one));
    }
    return sum;
  }

  private int countFrom(int first) {
    int count = 0;
    for (int choice : choices.subList(first, choices.size())) {
      count += choice;
    }
    return count;
  }
}
