package org.psephos.crypto.proof;

import java.util.ArrayList;
import java.util.List;
import org.psephos.crypto.group.Scalar;

/** Every small change to proofs that a verifier must notice. */
final class Mutants {

  private Mutants() {}

  /** Changes of one proof: each number plus one, negated, zero, both zero, exchanged. */
  static List<Proof> of(Proof proof) {
    Scalar c = proof.challenge();
    Scalar r = proof.response();
    Scalar zero = c.group().zero();
    Scalar one = c.group().scalar(1);
    return List.of(
        new Proof(c.plus(one), r),
        new Proof(c, r.plus(one)),
        new Proof(c.negate(), r),
        new Proof(c, r.negate()),
        new Proof(zero, r),
        new Proof(c, zero),
        new Proof(zero, zero),
        new Proof(r, c));
  }

  /** Changes of a list of proofs: of each proof, its order and its length. */
  static List<List<Proof>> of(List<Proof> proofs) {
    List<List<Proof>> mutants = new ArrayList<>();
    for (int i = 0; i < proofs.size(); i++) {
      for (Proof mutant : of(proofs.get(i))) {
        List<Proof> changed = new ArrayList<>(proofs);
        changed.set(i, mutant);
        mutants.add(changed);
      }
    }
    mutants.add(proofs.subList(1, proofs.size()));
    mutants.add(List.of());
    List<Proof> longer = new ArrayList<>(proofs);
    longer.add(proofs.get(0));
    mutants.add(longer);
    List<Proof> rotated = new ArrayList<>(proofs.subList(1, proofs.size()));
    rotated.add(proofs.get(0));
    mutants.add(rotated);
    Scalar one = proofs.get(0).challenge().group().scalar(1);
    List<Proof> shifted = new ArrayList<>(proofs);
    shifted.set(0, new Proof(proofs.get(0).challenge().plus(one), proofs.get(0).response()));
    shifted.set(1, new Proof(proofs.get(1).challenge().minus(one), proofs.get(1).response()));
    mutants.add(shifted);
    return mutants;
  }
}
