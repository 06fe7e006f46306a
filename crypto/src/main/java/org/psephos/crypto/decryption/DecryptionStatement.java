package org.psephos.crypto.decryption;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.codec.Utf8;
import org.psephos.crypto.election.Election;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;

/**
 * What a strong decryption proof proves, and everything that its challenge binds: docs/spec
 * protocol.md §7. All elements were decoded before, so they are canonical members of the group.
 */
final class DecryptionStatement {

  private final Group group;
  private final Element key;
  private final String context;
  private final List<Scalar> weights;
  private final Element base;
  private final Element factor;

  /** The statement that {@code partial} was made with the logarithm of {@code key}. */
  DecryptionStatement(
      Election election, EncryptedTally tally, int owner, Element key, PartialDecryption partial) {
    partial.requireShapeOf(tally);
    this.group = election.group();
    this.key = key;
    this.context =
        String.join(
            "|",
            "psephos/decryption/1",
            group.name(),
            election.fingerprint().base64(),
            tally.digest().hex(),
            Integer.toString(owner),
            key.encode(),
            partial.digest().hex());
    List<Element> alphas = tally.sums().all().stream().map(Ciphertext::alpha).toList();
    this.weights = weights(alphas.size());
    this.base = group.linearCombination(weights, alphas);
    this.factor = group.linearCombination(weights, partial.factors().all());
  }

  private List<Scalar> weights(int count) {
    List<Scalar> drawn = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      drawn.add(hash("|weight|" + i));
    }
    return List.copyOf(drawn);
  }

  /** P of the specification. */
  String context() {
    return context;
  }

  /** γ_0, γ_1, … of the specification. */
  List<Scalar> weights() {
    return weights;
  }

  /** A of the specification; the identity when there are no ballots. */
  Element base() {
    return base;
  }

  /** B of the specification. */
  Element factor() {
    return factor;
  }

  Element key() {
    return key;
  }

  /** c of the specification, for commitments a and b. */
  Scalar challenge(Element onGenerator, Element onBase) {
    return hash(
        "|challenge|"
            + String.join(
                ",", base.encode(), factor.encode(), onGenerator.encode(), onBase.encode()));
  }

  /** s(text) of the specification: 512 bits, so that the weights are uniform mod q. */
  private Scalar hash(String text) {
    try {
      MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
      return group.reduce(sha512.digest(Utf8.encode(context + text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java 17 platform has SHA-512", e);
    }
  }
}
