package org.psephos.verifier.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.psephos.crypto.decryption.EncryptedTally;
import org.psephos.crypto.decryption.PerChoice;
import org.psephos.crypto.elgamal.Ciphertext;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.crypto.group.Scalar;
import org.psephos.crypto.threshold.Lagrange;
import org.psephos.crypto.trustee.Owner;
import org.psephos.crypto.trustee.Trustees;
import org.psephos.verifier.record.Decryptions;

/**
 * Opens the sums, written anew from the specification (protocol §6) and not taken from the code
 * that publishes results: each entry of the trustees object gives the interpolation at 0 of the
 * factors of its first sufficient members; for a Single that is its factor.
 */
final class Opening {

  private final Trustees trustees;
  private final EncryptedTally tally;
  private final Decryptions decryptions;
  private final Group group;

  Opening(Trustees trustees, EncryptedTally tally, Decryptions decryptions, Group group) {
    this.trustees = trustees;
    this.tally = tally;
    this.decryptions = decryptions;
    this.group = group;
  }

  /** The members of one entry who decrypted, in order of their numbers. */
  List<Owner> present(int entry) {
    return trustees.owners().stream()
        .filter(owner -> owner.entry() == entry && decryptions.of(owner.number()).isPresent())
        .toList();
  }

  /** Those of them whose factors are used. */
  List<Owner> used(int entry) {
    List<Owner> present = present(entry);
    return present.subList(0, Math.min(trustees.entries().get(entry).threshold(), present.size()));
  }

  /** The factors of one member that the factors of others imply, in order of the choices. */
  List<Element> implied(List<Owner> others, int index) {
    List<Integer> indices = others.stream().map(Owner::index).toList();
    List<Scalar> weights = Lagrange.at(group, index, indices);
    List<List<Element>> factors = others.stream().map(this::factors).toList();
    List<Element> implied = new ArrayList<>();
    for (int i = 0; i < tally.sums().all().size(); i++) {
      int choice = i;
      implied.add(
          group.linearCombination(
              weights, factors.stream().map(list -> list.get(choice)).toList()));
    }
    return implied;
  }

  List<Element> factors(Owner owner) {
    return decryptions.of(owner.number()).orElseThrow().factors().all();
  }

  /** Every sum as count·g; empty unless every entry has sufficient members. */
  Optional<PerChoice<Element>> open() {
    List<Element> opened =
        new ArrayList<>(tally.sums().all().stream().map(Ciphertext::beta).toList());
    for (int entry = 0; entry < trustees.entries().size(); entry++) {
      List<Owner> used = used(entry);
      if (used.isEmpty() || used.size() < trustees.entries().get(entry).threshold()) {
        return Optional.empty();
      }
      List<Element> masks = implied(used, 0);
      for (int i = 0; i < opened.size(); i++) {
        opened.set(i, opened.get(i).minus(masks.get(i)));
      }
    }
    return Optional.of(tally.sums().filledWith(opened));
  }
}
