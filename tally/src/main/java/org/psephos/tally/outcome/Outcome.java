package org.psephos.tally.outcome;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.psephos.crypto.decryption.Combination;
import org.psephos.crypto.decryption.ElectionResult;
import org.psephos.crypto.decryption.PerChoice;
import org.psephos.crypto.group.Element;
import org.psephos.crypto.group.Group;
import org.psephos.tally.logarithm.SmallLogarithm;

/** What opening the sums gives. */
public sealed interface Outcome {

  /** Every sum is a count in range. */
  record Counted(ElectionResult result) implements Outcome {}

  /** Fewer trustees than needed have decrypted. */
  record Waiting() implements Outcome {}

  /**
   * Some sums are no counts, so a partial decryption or the tally is wrong.
   *
   * @param places the choices, as {@code [question][choice]}
   */
  record Undecodable(List<String> places) implements Outcome {
    public Undecodable {
      places = List.copyOf(places);
    }
  }

  /**
   * Opens the sums and searches the counts on all cores. Ends in bounded time whatever the sums
   * are.
   *
   * @param combination of partial decryptions whose proofs were verified
   * @param totalWeight the largest possible count, 0 to {@link SmallLogarithm#LARGEST_BOUND}
   */
  static Outcome of(Combination combination, long totalWeight) {
    Optional<PerChoice<Element>> opened = combination.open();
    if (opened.isEmpty()) {
      return new Waiting();
    }
    return count(opened.get(), totalWeight);
  }

  private static Outcome count(PerChoice<Element> opened, long totalWeight) {
    List<Element> sums = opened.all();
    Group group = sums.get(0).group();
    SmallLogarithm logarithm = SmallLogarithm.upTo(group, totalWeight, sums.size());
    List<OptionalLong> found = sums.parallelStream().map(logarithm::of).toList();
    List<String> places = opened.places();
    List<String> missing =
        IntStream.range(0, found.size())
            .filter(i -> found.get(i).isEmpty())
            .mapToObj(places::get)
            .toList();
    if (!missing.isEmpty()) {
      return new Undecodable(missing);
    }
    List<Long> counts = found.stream().map(OptionalLong::getAsLong).toList();
    return new Counted(new ElectionResult(opened.filledWith(counts)));
  }
}
