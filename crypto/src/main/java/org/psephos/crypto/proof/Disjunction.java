package org.psephos.crypto.proof;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.elgamal.PublicKey;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.FixedBase;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.group.SecretScalar;
import org.psephos.crypto.group.SecretScope;

/**
 * At least one of several ciphertexts encrypts 0, without telling which: the shape of every proof
 * in a ballot (protocol §7: individual, overall and blank proofs).
 *
 * <p>With branches (a_j, b_j) and proofs (c_j, r_j): A_j = r_j·g + c_j·a_j, B_j = r_j·y + c_j·b_j,
 * and Σ c_j = S(prefix; A_0, B_0, A_1, …) mod q. Every published number is uniform in [0, q).
 */
public final class Disjunction {

  /**
   * What is proved. Version 1 hashes the ciphertexts through the prefix, so a prefix that does not
   * determine every branch proves nothing.
   *
   * @param prefix the text before the commitments, with its last bar
   * @param branches at least one
   */
  public record Statement(String prefix, List<Ciphertext> branches) {
    public Statement {
      branches = List.copyOf(branches);
      if (branches.isEmpty()) {
        throw new IllegalArgumentException("a statement has at least one branch");
      }
    }
  }

  /**
   * What the prover knows about one branch: its randomness and the number it encrypts, which is 0
   * for the true branch. Both are secret; the caller closes the randomness.
   */
  public static final class Opening {
    private final SecretScalar randomness;
    private final int number;

    public Opening(SecretScalar randomness, int number) {
      this.randomness = randomness;
      this.number = number;
    }
  }

  private Disjunction() {}

  /**
   * Proves a statement in a sequence of operations that depends neither on which branch is true nor
   * on what the others encrypt. The statement's ciphertexts are not needed: its openings make them.
   *
   * @param openings one per branch, in order
   * @param trueBranch the index of a branch that encrypts 0
   */
  public static List<Proof> prove(
      String prefix, PublicKey key, List<Opening> openings, int trueBranch, SecureRandom random) {
    Group group = key.group();
    try (SecretScope secrets = new SecretScope()) {
      List<Draft> drafts = new ArrayList<>(openings.size());
      List<Element> commitments = new ArrayList<>(2 * openings.size());
      SecretScalar guesses = secrets.keep(group.secret(0));
      for (Opening opening : openings) {
        Draft draft = new Draft(opening, key, secrets, random);
        drafts.add(draft);
        commitments.add(draft.first);
        commitments.add(draft.second);
        guesses = secrets.keep(guesses.plus(draft.guess));
      }
      Scalar sum = group.hashToScalar(prefix, commitments);
      SecretScalar one = secrets.keep(group.secret(1));
      SecretScalar missing = secrets.keep(secrets.keep(one.times(sum)).minus(guesses));
      List<Proof> proofs = new ArrayList<>(drafts.size());
      for (int i = 0; i < drafts.size(); i++) {
        SecretScalar isTrue = secrets.keep(group.secret(equalityBit(i, trueBranch)));
        proofs.add(drafts.get(i).close(secrets.keep(isTrue.times(missing)), secrets));
      }
      return List.copyOf(proofs);
    }
  }

  /** True if there is one proof per branch and together they show the statement. */
  @CheckReturnValue
  public static boolean verify(Statement statement, PublicKey key, List<Proof> proofs) {
    if (proofs.size() != statement.branches().size()) {
      return false;
    }
    Group group = key.group();
    FixedBase generator = group.generatorBase();
    List<Element> commitments = new ArrayList<>(2 * proofs.size());
    Scalar challenges = group.zero();
    for (int i = 0; i < proofs.size(); i++) {
      Ciphertext branch = statement.branches().get(i);
      Proof proof = proofs.get(i);
      commitments.add(generator.timesPlus(proof.response(), branch.alpha(), proof.challenge()));
      commitments.add(key.base().timesPlus(proof.response(), branch.beta(), proof.challenge()));
      challenges = challenges.plus(proof.challenge());
    }
    return challenges.equals(group.hashToScalar(statement.prefix(), commitments));
  }

  /** 1 if the numbers are equal, else 0, without a branch. */
  private static long equalityBit(int left, int right) {
    long difference = (long) left - right;
    return 1 + ((difference | -difference) >> 63);
  }

  /**
   * One branch on its way. The challenge is guessed before the hash is known: with (a, b) = (ρ·g,
   * ρ·y + n·g) the commitments are A = e·g and B = e·y + n·guess·g, all on fixed bases. For the
   * true branch n = 0, so the guess does not enter B and may be corrected afterwards.
   */
  private static final class Draft {
    private final SecretScalar randomness;
    private final SecretScalar nonce;
    private final SecretScalar guess;
    private final Element first;
    private final Element second;

    Draft(Opening opening, PublicKey key, SecretScope secrets, SecureRandom random) {
      Group group = key.group();
      FixedBase generator = group.generatorBase();
      randomness = opening.randomness;
      nonce = secrets.keep(group.randomSecret(random));
      guess = secrets.keep(group.randomSecret(random));
      SecretScalar number = secrets.keep(group.secret(opening.number));
      SecretScalar shift = secrets.keep(number.times(guess));
      first = generator.timesSecret(nonce);
      second = key.base().timesSecret(nonce).plus(generator.timesSecret(shift));
    }

    Proof close(SecretScalar correction, SecretScope secrets) {
      SecretScalar challenge = secrets.keep(guess.plus(correction));
      SecretScalar masked = secrets.keep(randomness.times(challenge));
      SecretScalar response = secrets.keep(nonce.minus(masked));
      return new Proof(challenge.reveal(), response.reveal());
    }
  }
}
