package org.psephos.crypto.decryption;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.finding.Inspection;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.threshold.Lagrange;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.Trustees;

/**
 * Opens the sums with the trustees' partial decryptions (protocol §10): every Single contributes
 * its factor, a threshold group the interpolation at 0 of the factors of its members with the
 * smallest indices, as many as its threshold. Immutable; holds nothing secret.
 */
public final class Combination {

  private final Trustees trustees;
  private final EncryptedTally tally;
  private final Map<Integer, PartialDecryption> partials;
  private final Group group;

  /**
   * Takes partial decryptions whose proofs were verified; an unverified one falsifies the result.
   *
   * @param partials by the number of their owner, shaped as the tally is
   * @throws IllegalArgumentException if an owner does not exist or a shape differs
   */
  public Combination(
      Trustees trustees, EncryptedTally tally, Map<Integer, PartialDecryption> partials) {
    this.trustees = trustees;
    this.tally = tally;
    this.partials = Map.copyOf(partials);
    this.group = trustees.owners().get(0).key().group();
    partials.values().forEach(partial -> partial.requireShapeOf(tally));
    if (!partials.keySet().stream().allMatch(owner -> trustees.owner(owner).isPresent())) {
      throw new IllegalArgumentException("a partial decryption by nobody");
    }
  }

  /** Every sum opened, as count·g; empty if too few trustees took part. */
  public Optional<PerChoice<Element>> open() {
    if (!trustees.suffices(partials.keySet())) {
      return Optional.empty();
    }
    List<Element> opened = new ArrayList<>();
    tally.sums().all().stream().map(Ciphertext::beta).forEach(opened::add);
    for (int entry = 0; entry < trustees.entries().size(); entry++) {
      List<Owner> chosen = firstOf(entry);
      List<Scalar> weights = Lagrange.atZero(group, indices(chosen));
      for (int i = 0; i < opened.size(); i++) {
        opened.set(i, opened.get(i).minus(interpolate(weights, chosen, i)));
      }
    }
    return Optional.of(tally.sums().filledWith(opened));
  }

  /**
   * Checks that the factors beyond those which {@link #open} uses lie on the same polynomial, so
   * that any sufficient set of trustees gives the same result. Where nobody is surplus there is
   * nothing to check, so look at the faults and at the number of checks, not at {@code passed}.
   */
  public Inspection inspectSurplus() {
    Inspection.Notebook notebook = new Inspection.Notebook();
    for (int entry = 0; entry < trustees.entries().size(); entry++) {
      List<Owner> chosen = firstOf(entry);
      for (Owner owner : present(entry)) {
        if (!chosen.contains(owner)) {
          inspectSurplus(notebook, chosen, owner);
        }
      }
    }
    return notebook.close();
  }

  private void inspectSurplus(Inspection.Notebook notebook, List<Owner> chosen, Owner surplus) {
    List<Scalar> weights = Lagrange.at(group, surplus.index(), indices(chosen));
    List<String> places = tally.sums().places();
    for (int i = 0; i < places.size(); i++) {
      notebook.require(
          factor(surplus, i).equals(interpolate(weights, chosen, i)),
          "surplus-factor",
          "owner " + surplus.number() + " decryption_factors" + places.get(i),
          "the factor that the other members' factors imply",
          "another");
    }
  }

  private List<Owner> present(int entry) {
    return trustees.owners().stream()
        .filter(owner -> owner.entry() == entry && partials.containsKey(owner.number()))
        .toList();
  }

  private List<Owner> firstOf(int entry) {
    return present(entry).stream().limit(trustees.entries().get(entry).threshold()).toList();
  }

  private static List<Integer> indices(List<Owner> owners) {
    return owners.stream().map(Owner::index).toList();
  }

  private Element interpolate(List<Scalar> weights, List<Owner> owners, int sum) {
    return group.linearCombination(
        weights, owners.stream().map(owner -> factor(owner, sum)).toList());
  }

  private Element factor(Owner owner, int sum) {
    return partials.get(owner.number()).factors().all().get(sum);
  }
}
